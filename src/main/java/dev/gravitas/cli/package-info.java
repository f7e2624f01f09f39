/// One thin class per command. The only place, with `Main`, that sees picocli and the standard streams.
@NullMarked
package dev.gravitas.cli;

import org.jspecify.annotations.NullMarked;
