package dev.gravitas.ui.trends;

import dev.gravitas.ui.chart.ModelCell;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.time.ChartActions;
import dev.gravitas.ui.chart.time.ChartLink;
import dev.gravitas.ui.chart.time.ChartModel;
import dev.gravitas.ui.chart.time.ChartPane;
import dev.gravitas.ui.chart.time.ChartTools;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.StatePane;
import dev.gravitas.ui.fx.WholeText;

import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;

/// Binds the trends view to its view model.
public final class TrendsController {
    private static final double TIGHT_ROW = 24;
    private static final double ROOMY_ROW = 30;
    private final TrendsViewModel model;
    private final ChartModel efficiency;
    private final ChartModel loadLatency;
    private final Runnable compare;
    @FXML
    private StatePane pane;
    @FXML
    private Label meaning;
    @FXML
    private ChartPane chart;
    @FXML
    private ChartActions chartActions;
    @FXML
    private Label loadsMeaning;
    @FXML
    private Label rule;
    @FXML
    private Label leftOut;
    @FXML
    private Label unmarked;
    @FXML
    private Label listNote;
    @FXML
    private ListView<TrendLine> list;
    @FXML
    private Pane loads;
    @FXML
    private Pane noLoads;
    @FXML
    private ChartPane loadChart;
    @FXML
    private ChartActions loadActions;
    @FXML
    private TableView<LoadRow> loadTable;
    @FXML
    private TableColumn<LoadRow, ModelName> modelColumn;
    @FXML
    private TableColumn<LoadRow, String> loadsColumn;
    @FXML
    private TableColumn<LoadRow, String> failedColumn;
    @FXML
    private TableColumn<LoadRow, String> meanColumn;
    @FXML
    private TableColumn<LoadRow, String> p50Column;
    @FXML
    private TableColumn<LoadRow, String> p95Column;

    @FXML
    private AskMark askList;

    /// @param compare leads to the comparison
    public TrendsController(TrendsViewModel model, ChartTools tools, Runnable compare) {
        this.model = model;
        this.compare = compare;
        var link = new ChartLink();
        this.efficiency = new ChartModel(link, tools);
        this.loadLatency = new ChartModel(link, tools);
    }

    @FXML
    void initialize() {
        chart.follow(efficiency);
        chartActions.of(chart);
        loadChart.follow(loadLatency);
        loadActions.of(loadChart);
        loadActions.visibleProperty().bind(loads.visibleProperty().and(loadChart.visibleProperty()));
        list.setCellFactory(_ -> new TrendLineCell(model::toggle));
        modelColumn.setCellFactory(_ -> new ModelCell<>());
        Columns.bind(modelColumn, LoadRow::model);
        Columns.bind(loadsColumn, LoadRow::loads);
        Columns.bind(failedColumn, LoadRow::failed);
        Columns.bind(meanColumn, LoadRow::mean);
        Columns.bind(p50Column, LoadRow::p50);
        Columns.bind(p95Column, LoadRow::p95);
        Columns.fit(loadTable, TIGHT_ROW, ROOMY_ROW);
        explain();
        rule.managedProperty().bind(rule.visibleProperty());
        leftOut.managedProperty().bind(leftOut.visibleProperty());
        unmarked.managedProperty().bind(unmarked.visibleProperty());
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        pane.follow(model.live());
    }

    @FXML
    void compare() {
        compare.run();
    }

    private void explain() {
        Explained.by(chart, () -> of(screen -> screen.explained().chart(screen.lines())));
        Explained.by(loadChart, () -> of(screen -> screen.explained().loadChart()));
        Explained.by(rule, () -> of(screen -> screen.explained().rule(screen.rule())));
        Explained.by(leftOut, () -> of(screen -> screen.explained().rule(screen.leftOut())));
        Explained.list(list, index -> of(screen -> screen.explained().line(screen.lines().get(index))));
        Explained.table(loadTable, List.of(p50Column, loadsColumn, failedColumn, meanColumn, p95Column),
                index -> of(screen -> screen.explained().load(screen.loadRows().get(index))));
        askList.about(list);
    }

    private List<Explanation> of(Function<TrendsScreen, List<Explanation>> explained) {
        return model.live().screen().get().map(explained).orElse(List.of());
    }

    private void show(TrendsScreen screen) {
        meaning.setText(screen.meaning());
        WholeText.tell(meaning, screen.meaning());
        loadsMeaning.setText(screen.loadsMeaning());
        WholeText.tell(loadsMeaning, screen.loadsMeaning());
        listNote.setText(screen.listNote());
        note(rule, screen.rule());
        note(leftOut, screen.leftOut());
        note(unmarked, screen.unmarked());
        if (!list.getItems().equals(screen.lines())) {
            list.getItems().setAll(screen.lines());
        }
        efficiency.show(screen.efficiency());
        loads.setVisible(!screen.loadRows().isEmpty());
        noLoads.setVisible(screen.loadRows().isEmpty());
        Columns.replace(loadTable, screen.loadRows());
        loadLatency.show(screen.loads());
    }

    private static void note(Label label, String text) {
        label.setText(text);
        WholeText.tell(label, text);
        label.setVisible(!text.isEmpty());
    }
}
