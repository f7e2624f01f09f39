package dev.gravitas.ui.imports;

import dev.gravitas.model.Legible;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Binds the import panel to its view model: question, progress or result, one at a time.
public final class ImportController {
    private static final double BAD_ROW = 28;
    private static final int MOST_BAD_ROWS = 5;

    private final ImportViewModel model;
    private final Strings strings;
    @FXML
    private VBox root;
    @FXML
    private Pane question;
    @FXML
    private Label questionTitle;
    @FXML
    private Spinner<Integer> days;
    @FXML
    private Button startImport;
    @FXML
    private Pane running;
    @FXML
    private Label runningTitle;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label runningText;
    @FXML
    private Pane result;
    @FXML
    private Label resultTitle;
    @FXML
    private Label resultText;
    @FXML
    private ListView<String> badRows;

    public ImportController(ImportViewModel model, Strings strings) {
        this.model = model;
        this.strings = strings;
    }

    @FXML
    void initialize() {
        var values = new SpinnerValueFactory.IntegerSpinnerValueFactory(1, ImportViewModel.MOST_DAYS,
                ImportViewModel.MOST_DAYS);
        values.setConverter(new Days(values));
        days.setValueFactory(values);
        for (var part : new Pane[]{root, question, running, result}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        badRows.managedProperty().bind(badRows.visibleProperty());
        model.state().subscribe(this::show);
    }

    private void show(ImportState state) {
        root.setVisible(!(state instanceof ImportState.Idle));
        question.setVisible(state instanceof ImportState.Asking);
        running.setVisible(state instanceof ImportState.Running);
        result.setVisible(state instanceof ImportState.Done);
        root.pseudoClassStateChanged(Styles.WARNING, is(state, ImportState.Kind.WARNING));
        root.pseudoClassStateChanged(Styles.DANGER, is(state, ImportState.Kind.DANGER));
        root.pseudoClassStateChanged(Styles.OK, is(state, ImportState.Kind.OK));
        switch (state) {
            case ImportState.Idle _ -> {
            }
            case ImportState.Asking(var file) -> {
                questionTitle.setText(
                        strings.text("import.question.title", Legible.text(String.valueOf(file.getFileName()))));
                // Else Enter would go to whatever had the focus, and do something else.
                startImport.requestFocus();
            }
            case ImportState.Running now -> showRunning(now);
            case ImportState.Done done -> showResult(done);
        }
    }

    private static boolean is(ImportState state, ImportState.Kind kind) {
        return state instanceof ImportState.Done done && done.kind() == kind;
    }

    private void showRunning(ImportState.Running now) {
        runningTitle
                .setText(strings.text("import.running.title", Legible.text(String.valueOf(now.file().getFileName()))));
        progress.setProgress(now.fraction() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : now.fraction());
        runningText.setText(now.text());
    }

    private void showResult(ImportState.Done done) {
        resultTitle.setText(done.title());
        resultText.setText(done.text());
        badRows.getItems().setAll(done.badRows());
        badRows.setVisible(!done.badRows().isEmpty());
        badRows.setPrefHeight(Math.min(MOST_BAD_ROWS, done.badRows().size()) * BAD_ROW + 2);
    }

    @FXML
    void start() {
        model.start(days.getValue());
    }

    @FXML
    void dismiss() {
        model.dismiss();
    }

    /// Takes what is no number of days for the number that was there.
    private static final class Days extends StringConverter<Integer> {
        private final SpinnerValueFactory<Integer> values;

        Days(SpinnerValueFactory<Integer> values) {
            this.values = values;
        }

        @Override
        public String toString(Integer days) {
            return String.valueOf(days);
        }

        @Override
        public Integer fromString(String text) {
            try {
                return Integer.valueOf(text.strip());
            } catch (NumberFormatException e) {
                return values.getValue();
            }
        }
    }
}
