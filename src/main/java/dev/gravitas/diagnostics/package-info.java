/// What explains a console to somebody who helps: versions, settings, state, logs, threads, files, in texts that anybody
/// may read. Every text passes through one [Redaction], so nothing secret or personal gets into a bundle whoever wrote it.
///
/// `app` says what is read; commands and the window show it, and save it with [BundleFile]. Needs no JavaFX.
@NullMarked
package dev.gravitas.diagnostics;

import org.jspecify.annotations.NullMarked;
