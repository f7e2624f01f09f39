package dev.gravitas.ui.footprint;

import dev.gravitas.ui.chart.BarChart;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.KeyFigureCard;
import dev.gravitas.ui.fx.StatePane;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

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
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        pane.follow(model.live());
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
    }
}
