/// The view *Alarms*. Nothing judges alarms yet, so it says where what is watched already can be seen.
@NullMarked
package dev.gravitas.ui.alarms;

import org.jspecify.annotations.NullMarked;
