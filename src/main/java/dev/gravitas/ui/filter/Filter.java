package dev.gravitas.ui.filter;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the operator has chosen to see. FX thread only.
public final class Filter {
    private final ObjectProperty<WindowChoice> window;
    private final ObjectProperty<Optional<String>> component = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<String> components = FXCollections.observableArrayList();

    public Filter(WindowChoice window) {
        this.window = new SimpleObjectProperty<>(window);
    }

    public ObjectProperty<WindowChoice> window() {
        return window;
    }

    /// One model, or empty for all.
    public ObjectProperty<Optional<String>> component() {
        return component;
    }

    /// Every model seen since the window opened, by name.
    public ObservableList<String> components() {
        return components;
    }

    /// Adds models to choose from.
    public void seen(Collection<String> names) {
        var all = new TreeSet<>(components);
        if (all.addAll(names)) {
            components.setAll(all);
        }
    }
}
