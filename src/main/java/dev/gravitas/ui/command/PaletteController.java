package dev.gravitas.ui.command;

import dev.gravitas.ui.fx.Overlay;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Binds the command palette: type, arrow keys, Enter.
public final class PaletteController {
    private final PaletteViewModel model;
    private final Overlay overlay;
    @FXML
    private TextField search;
    @FXML
    private ListView<Command> found;
    @FXML
    private Label none;

    public PaletteController(PaletteViewModel model, Overlay overlay) {
        this.model = model;
        this.overlay = overlay;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.question());
        found.setItems(model.found());
        found.setCellFactory(_ -> new CommandCell());
        model.found().subscribe(this::chooseFirst);
        none.visibleProperty().bind(Bindings.isEmpty(model.found()));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        model.open();
        chooseFirst();
    }

    private void chooseFirst() {
        if (!found.getItems().isEmpty()) {
            found.getSelectionModel().selectFirst();
        }
    }

    // The arrow keys move in the list while the focus stays in the text.
    private void steer(KeyEvent event) {
        var selection = found.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case ENTER -> run();
            default -> {
                return;
            }
        }
        found.scrollTo(selection.getSelectedIndex());
        event.consume();
    }

    @FXML
    void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            run();
        }
    }

    @FXML
    void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            run();
            event.consume();
        }
    }

    private void run() {
        var chosen = found.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.close();
            chosen.action().run();
        }
    }
}
