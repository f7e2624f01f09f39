/// How the operator wants the window: looks, size of everything, motion, and where the window was left. Kept between runs
/// through a [PreferencesPort].
@NullMarked
package dev.gravitas.ui.preferences;

import org.jspecify.annotations.NullMarked;
