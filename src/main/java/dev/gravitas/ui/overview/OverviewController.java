package dev.gravitas.ui.overview;

import dev.gravitas.ui.chart.ModelCell;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.Share;
import dev.gravitas.ui.chart.ShareCell;
import dev.gravitas.ui.chart.time.ChartActions;
import dev.gravitas.ui.chart.time.ChartLink;
import dev.gravitas.ui.chart.time.ChartModel;
import dev.gravitas.ui.chart.time.ChartPane;
import dev.gravitas.ui.chart.time.ChartTools;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.KeptNodes;
import dev.gravitas.ui.fx.StatePane;
import dev.gravitas.ui.fx.WholeText;
import dev.gravitas.ui.vram.GpuCardScreen;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Binds the overview to its view model.
public final class OverviewController {
    private static final double ROW = 28;
    private static final double ROOMY_ROW = 34;
    private static final double HEADER = 34;
    /// Gaps and margins of the page, and of the ranking's card what is not rows.
    private static final double REST = 154;
    private static final double ROOMY = 1000;
    private static final int LEAST_ROWS = 5;
    private static final int MOST_ROWS = 14;
    private static final int FEW_GPUS = 4;

    private final OverviewViewModel model;
    private final ChartTools tools;
    private final ChartModel sixtyDays;
    private final Consumer<Lead> open;
    private final Runnable importFile;
    private final KeptNodes<GpuLine> lines;
    @FXML
    private StatePane pane;
    @FXML
    private ScrollPane scroll;
    @FXML
    private VBox page;
    @FXML
    private HealthStrip health;
    @FXML
    private Pane keys;
    @FXML
    private FigureButton efficiencyKey;
    @FXML
    private FigureButton loadsKey;
    @FXML
    private FigureButton requestsKey;
    @FXML
    private FigureButton rowsKey;
    @FXML
    private Label rankingAbout;
    @FXML
    private TableView<RankRow> ranking;
    @FXML
    private TableColumn<RankRow, String> rankColumn;
    @FXML
    private TableColumn<RankRow, ModelName> modelColumn;
    @FXML
    private TableColumn<RankRow, String> scoreColumn;
    @FXML
    private TableColumn<RankRow, Share> barColumn;
    @FXML
    private TableColumn<RankRow, String> p95Column;
    @FXML
    private TableColumn<RankRow, String> requestsColumn;
    @FXML
    private Pane noRanking;
    @FXML
    private Label noRankingText;
    @FXML
    private Button past;
    @FXML
    private VBox gpus;
    @FXML
    private Label gpuNote;
    @FXML
    private Pane days;
    @FXML
    private Label daysNote;
    @FXML
    private ChartPane chart;
    @FXML
    private ChartActions chartActions;
    @FXML
    private Pane firstSteps;
    @FXML
    private FactList facts;
    @FXML
    private AskMark askRanking;
    @FXML
    private AskMark askGpus;
    @FXML
    private AskMark askFacts;

    /// @param open opens a view
    /// @param importFile asks for a file
    public OverviewController(OverviewViewModel model, ChartTools tools, Consumer<Lead> open, Runnable importFile) {
        this.model = model;
        this.tools = tools;
        this.lines = new KeptNodes<>(() -> new GpuLine(tools.formats(), tools.strings()));
        this.sixtyDays = new ChartModel(new ChartLink(), tools);
        this.open = open;
        this.importFile = importFile;
    }

    @FXML
    void initialize() {
        chart.follow(sixtyDays);
        chartActions.of(chart);
        chartActions.visibleProperty().bind(chart.visibleProperty());
        bindRanking();
        explain();
        lead(efficiencyKey, Lead.EFFICIENCY);
        lead(loadsKey, Lead.TRENDS);
        lead(requestsKey, Lead.EFFICIENCY);
        lead(rowsKey, Lead.FOOTPRINT);
        for (Node part : List.of(ranking, noRanking, past, gpus, gpuNote, chart, firstSteps)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        scroll.viewportBoundsProperty().subscribe(bounds -> {
            page.setMinHeight(bounds.getHeight());
            fit();
        });
        health.heightProperty().subscribe(_ -> fit());
        keys.heightProperty().subscribe(_ -> fit());
        model.screens().screen().subscribe(screen -> screen.ifPresent(this::show));
        pane.follow(model.screens());
    }

    private void bindRanking() {
        modelColumn.setCellFactory(_ -> new ModelCell<>());
        barColumn.setCellFactory(_ -> new ShareCell<>());
        Columns.bind(rankColumn, RankRow::rank);
        Columns.bind(modelColumn, RankRow::model);
        Columns.bind(scoreColumn, RankRow::msPerToken);
        Columns.bind(barColumn, RankRow::bar);
        Columns.bind(p95Column, RankRow::p95);
        Columns.bind(requestsColumn, RankRow::requests);
        Columns.fit(ranking, ROW, ROOMY_ROW);
    }

    private void explain() {
        Explained.by(efficiencyKey, () -> written(now -> now.explained().efficiency(now.keys().efficiency())));
        Explained.by(loadsKey, () -> written(now -> now.explained().loads(now.keys().loads())));
        Explained.by(requestsKey, () -> written(now -> now.explained().requests(now.keys().requests())));
        Explained.by(rowsKey, () -> written(now -> now.explained().rows(now.keys().rows())));
        Explained.by(chart, () -> written(now -> now.days().explained().chart(now.days().lines())));
        Explained.by(gpus, () -> of(screen -> IntStream.range(0, screen.gpus().size())
                .boxed()
                .flatMap(index -> gpu(screen, index).stream())
                .toList()));
        Explained.by(health, () -> of(screen -> List.of(screen.explained().facts().checks(screen.health().title()))));
        Explained.by(facts, () -> of(screen -> screen.explained().facts().all()));
        Explained.table(ranking, List.of(scoreColumn, barColumn, rankColumn, p95Column, requestsColumn),
                index -> written(now -> now.explained().rank(index, now.ranking().rows().get(index))));
        askRanking.about(ranking);
        askRanking.visibleProperty().bind(ranking.visibleProperty());
        askGpus.about(gpus);
        askGpus.visibleProperty().bind(gpus.visibleProperty());
        askFacts.about(facts);
    }

    private List<Explanation> of(Function<OverviewScreen, List<Explanation>> explained) {
        return model.screens().screen().get().map(explained).orElse(List.of());
    }

    private List<Explanation> written(Function<Written, List<Explanation>> explained) {
        return of(screen -> screen.explained().written().map(explained).orElse(List.of()));
    }

    private static List<Explanation> gpu(OverviewScreen screen, int index) {
        return screen.explained().gpus().card(index, screen.gpus().get(index));
    }

    private void lead(FigureButton button, Lead to) {
        button.setOnAction(_ -> open.accept(to));
    }

    private void show(OverviewScreen screen) {
        health.show(screen.health(), tools.strings(), open);
        efficiencyKey.show(screen.keys().efficiency());
        loadsKey.show(screen.keys().loads());
        requestsKey.show(screen.keys().requests());
        rowsKey.show(screen.keys().rows());
        rankingAbout.setText(screen.ranking().about());
        WholeText.tell(rankingAbout, screen.ranking().about());
        Columns.replace(ranking, screen.ranking().rows());
        ranking.setVisible(!screen.ranking().rows().isEmpty());
        noRanking.setVisible(!ranking.isVisible());
        noRankingText.setText(screen.ranking().none());
        past.setVisible(screen.ranking().past());
        screen.chart().ifPresent(sixtyDays::show);
        chart.setVisible(screen.chart().isPresent());
        daysNote.setText(screen.chartNote());
        WholeText.tell(daysNote, screen.chartNote());
        firstSteps.setVisible(screen.begin());
        // Without a line it would be an empty box.
        VBox.setVgrow(days, chart.isVisible() ? Priority.ALWAYS : Priority.NEVER);
        facts.show(screen.facts());
        gpuNote.setText(screen.gpuNote());
        gpuNote.setVisible(!screen.gpuNote().isEmpty());
        fit(screen);
    }

    private void fit() {
        model.screens().screen().get().ifPresent(this::fit);
    }

    /// Some rows, and more with half of the room that they and the least chart leave; a tall window says too who holds a GPU's memory.
    private void fit(OverviewScreen screen) {
        double height = scroll.getViewportBounds().getHeight();
        boolean roomy = height >= ROOMY;
        double row = roomy ? ROOMY_ROW : ROW;
        double room = height - REST - health.getHeight() - keys.getHeight() - days.minHeight(days.getWidth());
        int rows = Math.clamp((long) ((room / row + LEAST_ROWS) / 2), LEAST_ROWS, MOST_ROWS);
        ranking.setPrefHeight(Math.min(rows, ranking.getItems().size()) * row + HEADER);
        showGpus(screen.gpus(), roomy && screen.gpus().size() <= FEW_GPUS);
    }

    private void showGpus(List<GpuCardScreen> fresh, boolean roomy) {
        var shown = lines.in(gpus, fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            int index = i;
            shown.get(i).show(fresh.get(i), roomy);
            Explained.by(shown.get(i), () -> of(screen -> gpu(screen, index)));
        }
    }

    @FXML
    void showEfficiency() {
        open.accept(Lead.EFFICIENCY);
    }

    @FXML
    void showTrends() {
        open.accept(Lead.TRENDS);
    }

    @FXML
    void showVram() {
        open.accept(Lead.VRAM);
    }

    @FXML
    void chooseFile() {
        importFile.run();
    }
}
