package dev.gravitas.architecture.planted.ui;

import javafx.scene.control.Label;

/// A view model that imports the scene graph.
public class PlantedViewModel {
    final Label label = new Label();
}
