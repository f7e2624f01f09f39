/// The window as a whole: layout, contrast, texts, and what it does when it is used.
@NullMarked
package dev.gravitas.ui;

import org.jspecify.annotations.NullMarked;
