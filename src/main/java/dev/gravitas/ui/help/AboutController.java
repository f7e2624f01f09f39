package dev.gravitas.ui.help;

import dev.gravitas.diagnostics.Licence;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.StatePane;
import org.jspecify.annotations.Nullable;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Binds what the console is made of, and its folders.
public final class AboutController {
    private final AboutViewModel model;
    private final FoldersViewModel folders;
    private final Overlay overlay;
    private @Nullable AboutScreen shown;
    @FXML
    private StatePane pane;
    @FXML
    private GridPane facts;
    @FXML
    private TableView<Licence> licences;
    @FXML
    private TableColumn<Licence, String> partColumn;
    @FXML
    private TableColumn<Licence, String> versionColumn;
    @FXML
    private TableColumn<Licence, String> termsColumn;
    @FXML
    private Pane failure;
    @FXML
    private Label failureTitle;
    @FXML
    private Label failureText;
    @FXML
    private Label copied;

    public AboutController(AboutViewModel model, FoldersViewModel folders, Overlay overlay) {
        this.model = model;
        this.folders = folders;
        this.overlay = overlay;
    }

    @FXML
    void initialize() {
        Columns.bind(partColumn, Licence::part);
        Columns.bind(versionColumn, Licence::version);
        Columns.bind(termsColumn, Licence::terms);
        Columns.fit(licences);
        failure.managedProperty().bind(failure.visibleProperty());
        folders.failure().subscribe(notice -> {
            failure.setVisible(notice.isPresent());
            notice.ifPresent(words -> {
                failureTitle.setText(words.title());
                failureText.setText(words.text());
            });
        });
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        pane.follow(model.live());
        model.live().refresh();
    }

    private void show(AboutScreen screen) {
        shown = screen;
        facts.getChildren().clear();
        for (var fact : screen.facts()) {
            var name = new Label(fact.name());
            name.getStyleClass().add("fact-label");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var value = new Label(fact.value());
            value.setWrapText(true);
            value.setMinHeight(Region.USE_PREF_SIZE);
            facts.addRow(facts.getRowCount(), name, value);
        }
        Columns.replace(licences, screen.licences());
    }

    @FXML
    void copy() {
        if (shown != null) {
            var content = new ClipboardContent();
            content.putString(shown.copy());
            copied.setVisible(Clipboard.getSystemClipboard().setContent(content));
        }
    }

    @FXML
    void showData() {
        folders.showData();
    }

    @FXML
    void showLogs() {
        folders.showLogs();
    }

    @FXML
    void dismiss() {
        folders.dismiss();
    }

    @FXML
    void close() {
        overlay.close();
    }
}
