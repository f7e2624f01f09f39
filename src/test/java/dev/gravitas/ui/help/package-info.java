/// Tests of what helps the operator.
@NullMarked
package dev.gravitas.ui.help;

import org.jspecify.annotations.NullMarked;
