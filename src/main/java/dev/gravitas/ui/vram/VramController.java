package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.time.ChartActions;
import dev.gravitas.ui.chart.time.ChartLink;
import dev.gravitas.ui.chart.time.ChartModel;
import dev.gravitas.ui.chart.time.ChartPane;
import dev.gravitas.ui.chart.time.ChartTools;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.CardRow;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.KeptNodes;
import dev.gravitas.ui.fx.StatePane;
import dev.gravitas.ui.fx.Styles;
import dev.gravitas.ui.fx.WholeText;

import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Binds the view of VRAM to its view model.
public final class VramController {
    private static final double ROW = 28;
    private static final double HEADER = 36;
    private static final double LOCKOUT = 44;
    private static final double TIGHT_ROW = 24;
    private static final double LOCKOUT_MOST = 48;
    private static final int LEAST_ROWS = 3;
    private static final int LEAST_LOCKOUTS = 2;
    private static final int MOST_ROWS = 12;
    /// What everything takes but the rows, the cards and the chart.
    private static final double REST = 164;
    /// Of the chart without its legend.
    private static final double LEAST_CHART = 220;
    private static final double CARD = 224;
    /// What everything but the cards takes.
    private static final double LEAST_REST = 501;

    private final VramViewModel model;
    private final ChartModel history;
    private List<GpuCardScreen> shownCards = List.of();
    private final KeptNodes<GpuCard> kept;
    @FXML
    private StatePane pane;
    @FXML
    private ScrollPane scroll;
    @FXML
    private VBox page;
    @FXML
    private Pane foot;
    @FXML
    private Label software;
    @FXML
    private Button release;
    @FXML
    private Button resume;
    @FXML
    private Button resumeEmpty;
    @FXML
    private Pane question;
    @FXML
    private Button yes;
    @FXML
    private Pane fault;
    @FXML
    private Label faultTitle;
    @FXML
    private Label faultText;
    @FXML
    private CardRow cards;
    @FXML
    private Pane past;
    @FXML
    private ChartPane chart;
    @FXML
    private ChartActions chartActions;
    @FXML
    private Label historyNote;
    @FXML
    private Pane holding;
    @FXML
    private TableView<HolderRow> table;
    @FXML
    private TableColumn<HolderRow, GpuName> gpuColumn;
    @FXML
    private TableColumn<HolderRow, HolderRow.Program> programColumn;
    @FXML
    private TableColumn<HolderRow, HolderRow.Held> modelColumn;
    @FXML
    private TableColumn<HolderRow, String> pidColumn;
    @FXML
    private TableColumn<HolderRow, String> vramColumn;
    @FXML
    private TableColumn<HolderRow, String> shareColumn;
    @FXML
    private Label holderNotes;
    @FXML
    private Label lockoutsTitle;
    @FXML
    private ListView<LockoutRow> lockouts;
    @FXML
    private Label lockoutsNote;

    @FXML
    private AskMark askHolders;
    @FXML
    private AskMark askLockouts;

    public VramController(VramViewModel model, ChartTools tools) {
        this.model = model;
        this.kept = new KeptNodes<>(() -> new GpuCard(tools.formats(), tools.strings()));
        this.history = new ChartModel(new ChartLink(), tools);
    }

    @FXML
    void initialize() {
        chart.follow(history);
        chart.chart().setMinHeight(LEAST_CHART);
        chartActions.of(chart);
        chartActions.visibleProperty().bind(chart.visibleProperty());
        gpuColumn.setCellFactory(_ -> new GpuCell());
        programColumn.setCellFactory(_ -> new ProgramCell());
        modelColumn.setCellFactory(_ -> new HeldModelCell());
        Columns.bind(gpuColumn, HolderRow::gpu);
        Columns.bind(programColumn, HolderRow::program);
        Columns.bind(modelColumn, HolderRow::model);
        Columns.bind(pidColumn, HolderRow::pid);
        Columns.bind(vramColumn, HolderRow::vram);
        Columns.bind(shareColumn, HolderRow::share);
        Columns.fit(table, TIGHT_ROW, ROW);
        lockouts.setCellFactory(_ -> new LockoutCell());
        for (Node part : List.of(foot, release, resume, question, fault, cards, historyNote, chart, table,
                holderNotes, lockouts, lockoutsNote)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        scroll.viewportBoundsProperty().subscribe(bounds -> {
            page.setMinHeight(bounds.getHeight());
            showCards();
            giveRows();
        });
        cards.heightProperty().subscribe(_ -> giveRows());
        lockouts.heightProperty().subscribe(_ -> fitLockouts());
        explain();
        question.visibleProperty().bind(model.asking());
        model.asking().subscribe(asking -> {
            if (asking) {
                yes.requestFocus();
            }
        });
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        pane.follow(model.live());
    }

    private void explain() {
        Explained.by(chart, () -> of(screen -> screen.explained().history()));
        Explained.by(software, () -> of(screen -> screen.explained().software(screen.software())));
        Explained.table(table, List.of(vramColumn, shareColumn, pidColumn),
                index -> of(screen -> screen.explained().holder(screen.holders().get(index))));
        Explained.list(lockouts,
                index -> of(screen -> screen.explained().lockout(index, screen.lockouts().get(index))));
        askHolders.about(table);
        askHolders.visibleProperty().bind(table.visibleProperty());
        askLockouts.about(lockouts);
        askLockouts.visibleProperty().bind(lockouts.visibleProperty());
    }

    private List<Explanation> of(Function<VramScreen, List<Explanation>> explained) {
        return model.live().screen().get().map(explained).orElse(List.of());
    }

    private void show(VramScreen screen) {
        software.setText(screen.software());
        WholeText.tell(software, screen.software());
        foot.setVisible(screen.mayRelease() || !screen.software().isEmpty());
        release.setVisible(screen.mayRelease());
        resume.setVisible(screen.released());
        resumeEmpty.setVisible(screen.released());
        fault.setVisible(screen.fault().isPresent());
        screen.fault().ifPresent(this::show);
        shownCards = screen.cards();
        showCards();
        history.show(screen.history());
        chart.setVisible(!screen.history().lines().isEmpty());
        // Without a line it would be an empty box.
        VBox.setVgrow(past, chart.isVisible() ? Priority.ALWAYS : Priority.NEVER);
        note(historyNote, screen.historyNote());
        Columns.replace(table, screen.holders());
        table.setVisible(!screen.holders().isEmpty());
        note(holderNotes, String.join("\n", screen.holderNotes()));
        holding.pseudoClassStateChanged(GpuCard.OLD, screen.cards().stream().anyMatch(GpuCardScreen::old));
        lockoutsTitle.setText(screen.lockoutsTitle());
        if (!lockouts.getItems().equals(screen.lockouts())) {
            lockouts.getItems().setAll(screen.lockouts());
        }
        lockouts.setVisible(!screen.lockouts().isEmpty());
        note(lockoutsNote, screen.lockoutsNote());
        giveRows();
    }

    /// A tall window shows more rows, up to all; a small one scrolls.
    private void giveRows() {
        double room = scroll.getViewportBounds().getHeight() - REST - cards.getHeight()
                - past.minHeight(past.getWidth());
        double row = areSmall(shownCards.size()) ? TIGHT_ROW : ROW;
        int rows = Math.clamp((long) (room / row), LEAST_ROWS, MOST_ROWS);
        table.setPrefHeight(Math.min(rows, table.getItems().size()) * row + HEADER);
        lockouts.setPrefHeight(
                Math.min(Math.max(rows * ROW, LEAST_LOCKOUTS * LOCKOUT), lockouts.getItems().size() * LOCKOUT));
    }

    /// Rows grow so that the list's edge cuts none.
    private void fitLockouts() {
        double rows = Math.max(1, Math.floor(lockouts.getHeight() / LOCKOUT));
        lockouts.setFixedCellSize(Math.clamp(Math.floor(lockouts.getHeight() / rows), LOCKOUT, LOCKOUT_MOST));
    }

    private static void note(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    private void show(FaultScreen words) {
        faultTitle.setText(words.notice().title());
        faultText.setText(words.notice().text());
        fault.pseudoClassStateChanged(Styles.WARNING, words.warning());
    }

    private void showCards() {
        var fresh = shownCards;
        boolean small = areSmall(fresh.size());
        var shown = kept.in(cards, fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            int index = i;
            shown.get(i).show(fresh.get(i), small);
            Explained.by(shown.get(i), () -> of(screen -> screen.explained().card(index, screen.cards().get(index))));
        }
    }

    /// Whether cards of full size would take the room that the chart needs.
    private boolean areSmall(int count) {
        var room = scroll.getViewportBounds();
        double beside = Math.max(1, Math.floor(room.getWidth() / GpuCard.LEAST_WIDTH));
        return Math.ceil(count / beside) * CARD + LEAST_REST > room.getHeight();
    }

    @FXML
    void askToRelease() {
        model.askToRelease();
    }

    @FXML
    void release() {
        model.release();
    }

    @FXML
    void keep() {
        model.keep();
    }

    /// Only here: a cancel button would take the key from the whole window.
    @FXML
    void keepOnEscape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.keep();
            event.consume();
        }
    }

    @FXML
    void resume() {
        model.resume();
    }
}
