package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.WholeText;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// A chart as a table: the readings that it shows. FX thread only.
final class ChartTable extends TableView<ChartSheet.Row> {
    private static final double ROW = 28;
    private static final double TIME = 210;
    private static final double LEAST = 104;

    private List<String> named = List.of();

    ChartTable() {
        getStyleClass().addAll("figures", "single-head");
        setFixedCellSize(ROW);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        setVisible(false);
    }

    void show(ChartSheet sheet, ChartWords words) {
        if (!sheet.names().equals(named)) {
            named = sheet.names();
            getColumns().clear();
            var time = new TableColumn<ChartSheet.Row, String>(words.timeHeader());
            time.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.moment(row.getValue().at())));
            time.setMinWidth(TIME);
            time.setMaxWidth(TIME);
            time.setSortable(false);
            getColumns().add(time);
            for (int i = 0; i < named.size(); i++) {
                getColumns().add(values(i, words));
            }
        }
        if (!getItems().equals(sheet.rows())) {
            getItems().setAll(sheet.rows());
        }
    }

    private TableColumn<ChartSheet.Row, String> values(int line, ChartWords words) {
        var column = new TableColumn<ChartSheet.Row, String>();
        var head = new Label(named.get(line));
        head.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        WholeText.tell(head, head.getText());
        column.setGraphic(head);
        column.setMinWidth(LEAST);
        column.setSortable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> {
            var value = row.getValue().values().get(line);
            return new ReadOnlyStringWrapper(value == null ? Formats.MISSING : words.number(value));
        });
        return column;
    }
}
