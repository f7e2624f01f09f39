/// The bell: what happened while nobody looked, kept until the window closes and never written anywhere.
///
/// Whoever has something to tell rings a [Bell]; [BellWatch] does so for what the window sees of the console and the GPUs. `ui.shell`
/// puts it together.
@NullMarked
package dev.gravitas.ui.bell;

import org.jspecify.annotations.NullMarked;
