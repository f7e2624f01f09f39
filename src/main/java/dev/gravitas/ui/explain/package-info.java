/// "How was this measured?": what a figure on screen is made of, as the presenter that wrote it knows it, and the card that tells it.
///
/// Every view may use it. A view gives its nodes their explanations ([Explained]); the shell opens them ([Asking]).
@NullMarked
package dev.gravitas.ui.explain;

import org.jspecify.annotations.NullMarked;
