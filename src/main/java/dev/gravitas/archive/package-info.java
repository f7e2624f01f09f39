/// Files in and out: import of measurements from CSV ([dev.gravitas.archive.RequestCsvImport]). The only place that sees
/// the CSV library. For `app`, `cli` and `ui`; all of it blocks, so the FX thread never calls it.
@NullMarked
package dev.gravitas.archive;

import org.jspecify.annotations.NullMarked;
