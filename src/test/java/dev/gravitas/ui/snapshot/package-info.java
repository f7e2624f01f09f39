@NullMarked
package dev.gravitas.ui.snapshot;

import org.jspecify.annotations.NullMarked;
