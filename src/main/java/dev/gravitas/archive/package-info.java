/// Files in and out: import of measurements from CSV. The only place that sees the CSV library.
@NullMarked
package dev.gravitas.archive;

import org.jspecify.annotations.NullMarked;
