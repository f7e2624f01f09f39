package dev.gravitas.ui.bell;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.overview.Lead;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Binds the bell's history: what happened is opened where it is shown, by a click or Enter.
public final class BellController {
    private final BellViewModel model;
    private final Overlay overlay;
    private final Consumer<Lead> open;
    private final Formats formats;
    private final Strings strings;
    @FXML
    private ListView<Rung> history;
    @FXML
    private Label none;

    /// @param open opens a view
    public BellController(BellViewModel model, Overlay overlay, Consumer<Lead> open, Formats formats,
            Strings strings) {
        this.model = model;
        this.overlay = overlay;
        this.open = open;
        this.formats = formats;
        this.strings = strings;
    }

    @FXML
    void initialize() {
        history.setItems(model.history());
        history.setCellFactory(_ -> new BellCell(formats, strings));
        none.visibleProperty().bind(Bindings.isEmpty(model.history()));
        history.visibleProperty().bind(none.visibleProperty().not());
        model.look();
        history.getSelectionModel().selectFirst();
    }

    @FXML
    void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            open();
        }
    }

    @FXML
    void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        }
    }

    private void open() {
        var chosen = history.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.ring().lead() != null) {
            overlay.close();
            open.accept(chosen.ring().lead());
        }
    }

    @FXML
    void close() {
        overlay.close();
    }
}
