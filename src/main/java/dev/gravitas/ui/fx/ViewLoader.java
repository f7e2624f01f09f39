package dev.gravitas.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the FXML file that lies beside a controller: `XView.fxml` beside `XController`. FX thread only.
public final class ViewLoader {
    private final Map<Class<?>, Supplier<?>> controllers;
    private final Strings strings;

    /// @param controllers how to build each controller that an FXML file names
    public ViewLoader(Map<Class<?>, Supplier<?>> controllers, Strings strings) {
        this.controllers = Map.copyOf(controllers);
        this.strings = strings;
    }

    public Parent load(Class<?> controller) {
        var file = controller.getSimpleName().replace("Controller", "View.fxml");
        var loader = new FXMLLoader(controller.getResource(file), strings.bundle());
        loader.setClassLoader(controller.getClassLoader());
        loader.setControllerFactory(this::build);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("The view " + file + " is damaged: reinstall the console.", e);
        }
    }

    private Object build(Class<?> type) {
        var supplier = controllers.get(type);
        if (supplier == null) {
            throw new IllegalStateException("No supplier for the controller " + type.getName());
        }
        return supplier.get();
    }
}
