/// Entry point of the console; see the packages below.
@NullMarked
package dev.gravitas;

import org.jspecify.annotations.NullMarked;
