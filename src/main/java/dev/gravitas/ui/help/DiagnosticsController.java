package dev.gravitas.ui.help;

import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/// Binds the bundle of diagnostics: its entries with their texts, what goes in, where it is saved.
public final class DiagnosticsController {
    private final DiagnosticsViewModel model;
    private final SaveQuestion question;
    private final Overlay overlay;
    private final Strings strings;
    @FXML
    private Pane reading;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label progressText;
    @FXML
    private Label missing;
    @FXML
    private Pane shown;
    @FXML
    private ListView<BundleLine> entries;
    @FXML
    private TextArea preview;
    @FXML
    private Pane result;
    @FXML
    private Label resultText;
    @FXML
    private Button replace;
    @FXML
    private Button dismissResult;
    @FXML
    private Button save;
    @FXML
    private Button again;

    public DiagnosticsController(DiagnosticsViewModel model, SaveQuestion question, Overlay overlay, Strings strings) {
        this.model = model;
        this.question = question;
        this.overlay = overlay;
        this.strings = strings;
    }

    @FXML
    void initialize() {
        for (var part : new Pane[]{reading, shown, result}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        for (var part : new Button[]{replace, again, dismissResult}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        missing.managedProperty().bind(missing.visibleProperty());
        entries.setItems(model.lines());
        entries.setCellFactory(_ -> new BundleCell());
        entries.getSelectionModel().selectedItemProperty().subscribe(this::preview);
        entries.addEventHandler(KeyEvent.KEY_PRESSED, this::toggle);
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !(model.state().get() instanceof BundleState.Shown),
                        model.state()));
        model.state().subscribe(this::show);
        model.result().subscribe(this::show);
        model.read();
    }

    private void show(BundleState state) {
        reading.setVisible(state instanceof BundleState.Reading);
        shown.setVisible(state instanceof BundleState.Shown);
        missing.setVisible(state instanceof BundleState.Missing);
        again.setVisible(!(state instanceof BundleState.Reading));
        switch (state) {
            case BundleState.Reading(var now, var stopping) -> {
                progress.setProgress((double) now.done() / now.total());
                progressText.setText(stopping ? strings.text("bundle.stopping") : now.next());
            }
            case BundleState.Shown _ -> entries.getSelectionModel().selectFirst();
            case BundleState.Missing(var why) -> missing.setText(why);
        }
    }

    private void show(Optional<BundleResult> outcome) {
        result.setVisible(outcome.isPresent());
        outcome.ifPresent(now -> {
            resultText.setText(now.text());
            replace.setVisible(now.replace().isPresent());
            replace.setOnAction(_ -> now.replace().ifPresent(Runnable::run));
            dismissResult.setVisible(now.kind() != BundleResult.Kind.RUNNING);
            result.pseudoClassStateChanged(Styles.OK, now.kind() == BundleResult.Kind.OK);
            result.pseudoClassStateChanged(Styles.WARNING, now.kind() == BundleResult.Kind.WARNING);
            result.pseudoClassStateChanged(Styles.DANGER, now.kind() == BundleResult.Kind.DANGER);
        });
    }

    private void preview(@Nullable BundleLine line) {
        preview.setText(line == null ? "" : line.entry().text());
    }

    private void toggle(KeyEvent event) {
        var line = entries.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.SPACE && line != null) {
            line.chosen().set(!line.chosen().get());
            event.consume();
        }
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void readAgain() {
        model.read();
    }

    @FXML
    void saveAs() {
        question.ask(overlay.getScene().getWindow(), model.fileName()).ifPresent(model::save);
    }

    @FXML
    void dismiss() {
        model.dismiss();
    }

    @FXML
    void close() {
        model.cancel();
        overlay.close();
    }
}
