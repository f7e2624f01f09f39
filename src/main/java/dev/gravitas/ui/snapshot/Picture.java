package dev.gravitas.ui.snapshot;

import dev.gravitas.ui.fx.Notice;

import java.util.Optional;
import javafx.scene.image.Image;

/// What was drawn.
///
/// @param failure what the view says instead of figures, because they could not be read
record Picture(Image image, Optional<Notice> failure) {}
