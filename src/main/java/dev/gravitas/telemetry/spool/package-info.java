/// The spool in files: where events wait on this machine's disk while the database is away.
///
/// [dev.gravitas.telemetry.spool.FolderSpool] is a [dev.gravitas.telemetry.Spool] in a folder that several loggers, also
/// of several processes, share. The only package that sees SQLite; known to `app` alone.
@NullMarked
package dev.gravitas.telemetry.spool;

import org.jspecify.annotations.NullMarked;
