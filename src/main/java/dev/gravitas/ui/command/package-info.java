/// What can be done in the window, said once: each [Command] is found in the palette, has its keys, and stands on the
/// sheet of shortcuts. Views and the shell make commands; nobody else is needed to run one.
@NullMarked
package dev.gravitas.ui.command;

import org.jspecify.annotations.NullMarked;
