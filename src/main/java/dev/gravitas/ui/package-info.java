/// Everything JavaFX. Talks to the core through ports and never from the FX thread.
///
/// A view is an FXML file, a controller that only binds, and a view model that decides and knows no scene graph. Figures
/// are read and formatted on background threads and handed over as one immutable screen.
@NullMarked
package dev.gravitas.ui;

import org.jspecify.annotations.NullMarked;
