@NullMarked
package dev.gravitas.ui.preferences;

import org.jspecify.annotations.NullMarked;
