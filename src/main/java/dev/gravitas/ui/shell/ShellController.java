package dev.gravitas.ui.shell;

import dev.gravitas.ui.bell.BellViewModel;
import dev.gravitas.ui.explain.Asking;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import dev.gravitas.ui.fx.ViewLoader;
import dev.gravitas.ui.imports.ImportController;
import dev.gravitas.ui.imports.ImportViewModel;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Binds the frame of the window: navigation, state, banner, import, and the page that is open.
final class ShellController {
    private final ShellViewModel model;
    private final ImportViewModel imports;
    private final ViewLoader loader;
    private final Overlay overlay;
    private final Asking asking;
    private final BellViewModel rung;
    private final Opens opens;
    private final Strings strings;
    private final Map<Page, Node> pages = new EnumMap<>(Page.class);
    @FXML
    private StackPane root;
    @FXML
    private ToggleGroup navigation;
    @FXML
    private ToggleButton overview;
    @FXML
    private ToggleButton efficiency;
    @FXML
    private ToggleButton trends;
    @FXML
    private ToggleButton vram;
    @FXML
    private ToggleButton footprint;
    @FXML
    private ToggleButton alarms;
    @FXML
    private ToggleButton sources;
    @FXML
    private ToggleButton settings;
    @FXML
    private Button bell;
    @FXML
    private FontIcon bellIcon;
    @FXML
    private Pane paused;
    @FXML
    private Label commandKeys;
    @FXML
    private MenuButton help;
    @FXML
    private Label title;
    @FXML
    private Pane header;
    @FXML
    private StackPane content;
    @FXML
    private VBox strips;
    @FXML
    private Label demo;
    @FXML
    private Pane banner;
    @FXML
    private Label bannerTitle;
    @FXML
    private Label bannerText;
    @FXML
    private Label recording;
    @FXML
    private Label events;
    @FXML
    private Label dropped;
    @FXML
    private Label database;
    @FXML
    private Label connection;
    @FXML
    private Label endpoint;

    /// What opens in front of everything.
    ///
    /// @param help items of a menu
    record Opens(Runnable palette, Runnable bell, Supplier<List<MenuItem>> help) {}

    ShellController(ShellViewModel model, ImportViewModel imports, ViewLoader loader, Overlay overlay,
            Asking asking, BellViewModel rung, Opens opens, Strings strings) {
        this.model = model;
        this.imports = imports;
        this.loader = loader;
        this.overlay = overlay;
        this.asking = asking;
        this.rung = rung;
        this.opens = opens;
        this.strings = strings;
    }

    @FXML
    void initialize() {
        root.getChildren().add(overlay);
        asking.listen(root);
        explainState();
        help.getItems().setAll(opens.help().get());
        rung.unseen().subscribe(count -> showUnseen(count.intValue()));
        commandKeys.setText(KeyCombination.valueOf(ShellCommands.PALETTE).getDisplayText());
        header.getChildren().add(loader.load(ToolbarController.class));
        strips.getChildren().add(loader.load(ImportController.class));
        var buttons = Map.of(Page.OVERVIEW, overview, Page.EFFICIENCY, efficiency, Page.TRENDS, trends, Page.VRAM, vram,
                Page.FOOTPRINT,
                footprint, Page.ALARMS, alarms, Page.SOURCES, sources, Page.SETTINGS, settings);
        buttons.forEach((page, button) -> {
            button.setUserData(page);
            // Also out of a view within it, where it is selected already.
            button.setOnAction(_ -> model.page().set(page));
        });
        navigation.selectedToggleProperty().subscribe((old, now) -> {
            if (now == null) {
                navigation.selectToggle(old);
            } else if (now.getUserData() != model.page().get().within()) {
                model.page().set((Page) now.getUserData());
            }
        });
        model.page().subscribe(page -> {
            navigation.selectToggle(buttons.get(page.within()));
            open(page);
        });
        model.status().screen().subscribe(status -> status.ifPresent(this::show));
        model.rows().screen().subscribe(rows -> events.setText(rows.map(RowsScreen::events).orElse("")));
        paused.visibleProperty().bind(model.paused());
        paused.managedProperty().bind(paused.visibleProperty());
        demo.setVisible(model.demo());
        demo.managedProperty().bind(demo.visibleProperty());
        banner.managedProperty().bind(banner.visibleProperty());
        dropped.managedProperty().bind(dropped.textProperty().isNotEmpty());
    }

    private void explainState() {
        Explained.by(events, () -> model.rows().screen().get().map(RowsScreen::explained).stream().toList());
        Explained.by(dropped, () -> model.status().screen().get().flatMap(StatusScreen::explained).stream().toList());
    }

    private void showUnseen(int count) {
        bell.setText(count == 0 ? "" : String.valueOf(count));
        bell.setAccessibleText(count == 0
                ? strings.text("bell.title")
                : strings.text("bell.unseen", count));
        bell.setTooltip(new Tooltip(bell.getAccessibleText()));
        bellIcon.setIconLiteral(count == 0 ? "mdmz-notifications_none" : "mdmz-notifications_active");
    }

    private void open(Page page) {
        title.setText(strings.text(page.titleKey()));
        var opened = pages.computeIfAbsent(page, this::add);
        // All stay in the scene: to style a page anew that was out of it takes longer than all else of a change.
        content.getChildren().forEach(one -> {
            one.setVisible(one == opened);
            one.setManaged(one == opened);
        });
    }

    private Node add(Page page) {
        var node = loader.load(page.controller());
        content.getChildren().add(node);
        return node;
    }

    private void show(StatusScreen status) {
        recording.setText(status.recording());
        mood(recording, status.mood());
        dropped.setText(status.dropped());
        database.setText(status.database());
        connection.setText(status.connection());
        connection.setTooltip(new Tooltip(status.connectionDetail()));
        endpoint.setText(status.endpoint());
        banner.setVisible(status.banner().isPresent());
        status.banner().ifPresent(words -> {
            bannerTitle.setText(words.notice().title());
            bannerText.setText(words.notice().text());
            mood(banner, words.mood());
        });
    }

    private static void mood(Node node, StatusScreen.Mood mood) {
        node.pseudoClassStateChanged(Styles.OK, mood == StatusScreen.Mood.OK);
        node.pseudoClassStateChanged(Styles.WARNING, mood == StatusScreen.Mood.WARNING);
        node.pseudoClassStateChanged(Styles.DANGER, mood == StatusScreen.Mood.DANGER);
    }

    @FXML
    void openPalette() {
        opens.palette().run();
    }

    @FXML
    void openBell() {
        opens.bell().run();
    }

    @FXML
    void goOn() {
        model.paused().set(false);
    }

    @FXML
    void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    @FXML
    void dropFiles(DragEvent event) {
        var files = event.getDragboard().getFiles();
        if (files != null) {
            imports.offer(files.stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files != null);
        event.consume();
    }
}
