/// The Settings view: the operator's preferences, and everything that the catalogue [dev.gravitas.config.Setting] knows, with
/// its value, where that comes from, and a field to change it in.
@NullMarked
package dev.gravitas.ui.settings;

import org.jspecify.annotations.NullMarked;
