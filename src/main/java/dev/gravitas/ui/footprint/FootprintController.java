package dev.gravitas.ui.footprint;

import dev.gravitas.maintenance.Duty;
import dev.gravitas.ui.chart.BarChart;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.KeyFigureCard;
import dev.gravitas.ui.fx.StatePane;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;

/// Binds the footprint view to its view model.
public final class FootprintController {
    private static final double ROW = 28;
    private static final double HEADER = 34;

    private final FootprintViewModel model;
    @FXML
    private StatePane pane;
    @FXML
    private MeterCard size;
    @FXML
    private MeterCard rows;
    @FXML
    private KeyFigureCard database;
    @FXML
    private Label oldest;
    @FXML
    private Label newest;
    @FXML
    private Label measured;
    @FXML
    private TableView<TableRow> table;
    @FXML
    private TableColumn<TableRow, String> nameColumn;
    @FXML
    private TableColumn<TableRow, String> rowsColumn;
    @FXML
    private TableColumn<TableRow, String> dataColumn;
    @FXML
    private TableColumn<TableRow, String> indexesColumn;
    @FXML
    private TableColumn<TableRow, String> totalColumn;
    @FXML
    private TableColumn<TableRow, String> shareColumn;
    @FXML
    private BarChart chart;
    @FXML
    private Pane records;
    @FXML
    private DutyCard dailyDuty;
    @FXML
    private DutyCard weeklyDuty;
    @FXML
    private DutyCard monthlyDuty;
    @FXML
    private AskMark askTable;
    @FXML
    private AskMark askChart;

    public FootprintController(FootprintViewModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        Columns.bind(nameColumn, TableRow::name);
        Columns.bind(rowsColumn, TableRow::rows);
        Columns.bind(dataColumn, TableRow::data);
        Columns.bind(indexesColumn, TableRow::indexes);
        Columns.bind(totalColumn, TableRow::total);
        Columns.bind(shareColumn, TableRow::share);
        Columns.fit(table);
        table.prefHeightProperty().bind(Bindings.size(table.getItems()).multiply(ROW).add(HEADER));
        explain();
        duties().forEach((duty, card) -> {
            card.onPressed(() -> model.perform(duty));
            model.trial(duty).subscribe(_ -> model.live().screen().get().ifPresent(screen -> show(duty, card, screen)));
        });
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        pane.follow(model.live());
    }

    private Map<Duty, DutyCard> duties() {
        return Map.of(Duty.FOOTPRINT, dailyDuty, Duty.EFFICIENCY, weeklyDuty, Duty.PRUNING, monthlyDuty);
    }

    private void show(Duty duty, DutyCard card, FootprintScreen screen) {
        card.show(screen.duties().get(duty.ordinal()), model.trial(duty).get());
    }

    private void explain() {
        Explained.by(size, () -> of(screen -> screen.explained().size(size.getTitle(), screen.size())));
        Explained.by(rows, () -> of(screen -> screen.explained().rows(rows.getTitle(), screen.rows())));
        Explained.by(database,
                () -> of(screen -> screen.explained().database(database.getTitle(), screen.database().value())));
        Explained.by(records, () -> of(screen -> screen.explained().records(screen.oldest(), screen.newest())));
        duties().forEach((duty, card) -> Explained.by(card,
                () -> of(screen -> screen.explained().duty(card.getTitle(), screen.duties().get(duty.ordinal())))));
        Explained.by(chart, () -> of(screen -> screen.explained().chart(screen.summary())));
        Explained.table(table, List.of(totalColumn, rowsColumn, dataColumn, indexesColumn, shareColumn),
                index -> of(screen -> screen.explained().row(index, screen.tables().get(index))));
        askTable.about(table);
        askChart.about(chart);
    }

    private List<Explanation> of(Function<FootprintScreen, List<Explanation>> explained) {
        return model.live().screen().get().map(explained).orElse(List.of());
    }

    private void show(FootprintScreen screen) {
        size.show(screen.size());
        rows.show(screen.rows());
        database.show(screen.database());
        oldest.setText(screen.oldest());
        newest.setText(screen.newest());
        measured.setText(screen.measured());
        Columns.replace(table, screen.tables());
        chart.show(screen.bars(), screen.summary());
        duties().forEach((duty, card) -> show(duty, card, screen));
    }
}
