@NullMarked
package dev.gravitas.ui.bell;

import org.jspecify.annotations.NullMarked;
