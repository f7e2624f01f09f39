/// Bringing a file in from the window: question, progress, result. The file itself is read behind [ImportPort].
@NullMarked
package dev.gravitas.ui.imports;

import org.jspecify.annotations.NullMarked;
