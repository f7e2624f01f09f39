package dev.gravitas.ui.efficiency;

import dev.gravitas.ui.chart.BarChart;
import dev.gravitas.ui.chart.ModelCell;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.chart.Share;
import dev.gravitas.ui.chart.ShareCell;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.KeyFigureCard;
import dev.gravitas.ui.fx.StatePane;
import dev.gravitas.ui.fx.WholeText;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Binds the efficiency view to its view model.
public final class EfficiencyController {
    private static final double ROW = 28;
    private static final double TIGHT_ROW = 23;
    private static final double ROOMY_ROW = 36;
    private static final double HEADER = 46;

    private final EfficiencyViewModel model;
    @FXML
    private StatePane pane;
    @FXML
    private KeyFigureCard best;
    @FXML
    private KeyFigureCard overall;
    @FXML
    private KeyFigureCard requests;
    @FXML
    private KeyFigureCard notRanked;
    @FXML
    private Label meaning;
    @FXML
    private Label leftOut;
    @FXML
    private TableView<EfficiencyRow> table;
    @FXML
    private TableColumn<EfficiencyRow, String> rankColumn;
    @FXML
    private TableColumn<EfficiencyRow, ModelName> modelColumn;
    @FXML
    private TableColumn<EfficiencyRow, String> scoreColumn;
    @FXML
    private TableColumn<EfficiencyRow, Share> barColumn;
    @FXML
    private TableColumn<EfficiencyRow, String> speedColumn;
    @FXML
    private TableColumn<EfficiencyRow, String> ttftColumn;
    @FXML
    private TableColumn<EfficiencyRow, String> p50Column;
    @FXML
    private TableColumn<EfficiencyRow, String> p95Column;
    @FXML
    private TableColumn<EfficiencyRow, String> p99Column;
    @FXML
    private TableColumn<EfficiencyRow, String> requestsColumn;
    @FXML
    private TableColumn<EfficiencyRow, String> tokensColumn;
    @FXML
    private TableColumn<EfficiencyRow, String> notRankedColumn;
    @FXML
    private TableColumn<EfficiencyRow, String> lastSeenColumn;
    @FXML
    private BarChart chart;
    @FXML
    private Button widen;
    @FXML
    private AskMark askTable;
    @FXML
    private AskMark askChart;

    public EfficiencyController(EfficiencyViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        bindColumns();
        modelColumn.setCellFactory(_ -> new ModelCell<>());
        barColumn.setCellFactory(_ -> new ShareCell<>());
        Columns.fit(table, TIGHT_ROW, ROOMY_ROW);
        table.prefHeightProperty().bind(Bindings.size(table.getItems()).multiply(ROW).add(HEADER));
        leftOut.managedProperty().bind(leftOut.textProperty().isNotEmpty());
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        explain();
        widen.visibleProperty().bind(model.canWiden());
        pane.follow(model.live());
    }

    private void bindColumns() {
        Columns.bind(rankColumn, EfficiencyRow::rank);
        Columns.bind(modelColumn, EfficiencyRow::model);
        Columns.bind(scoreColumn, EfficiencyRow::msPerToken);
        Columns.bind(barColumn, EfficiencyRow::bar);
        Columns.bind(speedColumn, EfficiencyRow::tokensPerSecond);
        Columns.bind(ttftColumn, EfficiencyRow::ttft);
        Columns.bind(p50Column, EfficiencyRow::p50);
        Columns.bind(p95Column, EfficiencyRow::p95);
        Columns.bind(p99Column, EfficiencyRow::p99);
        Columns.bind(requestsColumn, EfficiencyRow::requests);
        Columns.bind(tokensColumn, EfficiencyRow::tokens);
        Columns.bind(notRankedColumn, EfficiencyRow::notRanked);
        Columns.bind(lastSeenColumn, EfficiencyRow::lastSeen);
    }

    private void explain() {
        Explained.by(best, () -> of(screen -> screen.explained().best(screen.best())));
        Explained.by(overall, () -> of(screen -> screen.explained()
                .overall(overall.getTitle(), ExplanationWords.value(screen.overall()))));
        Explained.by(requests, () -> of(screen -> List
                .of(screen.explained().requests(requests.getTitle(), ExplanationWords.value(screen.requests())))));
        Explained.by(notRanked, () -> of(screen -> List.of(screen.explained().notRanked(screen.notRanked().value()))));
        Explained.by(chart, () -> of(screen -> screen.explained().chart(screen.summary())));
        Explained.table(table,
                List.of(scoreColumn, barColumn, rankColumn, speedColumn, ttftColumn, p50Column, p95Column, p99Column,
                        requestsColumn, tokensColumn, notRankedColumn, lastSeenColumn),
                index -> of(screen -> screen.explained().row(index, screen.rows().get(index))));
        Explained.by(leftOut, () -> of(screen -> List.of(screen.explained().leftOut(screen.leftOut()))));
        askTable.about(table);
        askChart.about(chart);
    }

    private List<Explanation> of(Function<EfficiencyScreen, List<Explanation>> explained) {
        return model.live().screen().get().map(explained).orElse(List.of());
    }

    private void show(EfficiencyScreen screen) {
        best.show(screen.best());
        overall.show(screen.overall());
        requests.show(screen.requests());
        notRanked.show(screen.notRanked());
        meaning.setText(screen.meaning());
        WholeText.tell(meaning, screen.meaning());
        leftOut.setText(screen.leftOut());
        Columns.replace(table, screen.rows());
        chart.show(screen.bars(), screen.summary());
    }

    @FXML
    void showSixtyDays() {
        model.widen();
    }
}
