/// Fakes and clocks for tests of every package.
@NullMarked
package dev.gravitas.testing;

import org.jspecify.annotations.NullMarked;
