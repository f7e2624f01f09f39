/// The main window: navigation, choice of window and model, state of the console, and the views inside it.
///
/// `app` builds a [ConsoleWindow] from [WindowPorts].
@NullMarked
package dev.gravitas.ui.shell;

import org.jspecify.annotations.NullMarked;
