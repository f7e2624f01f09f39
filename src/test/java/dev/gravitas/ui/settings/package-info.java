@NullMarked
package dev.gravitas.ui.settings;

import org.jspecify.annotations.NullMarked;
