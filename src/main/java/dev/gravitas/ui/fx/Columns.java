package dev.gravitas.ui.fx;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Columns of one table, each as wide as what it shows, so that nothing is cut off. What is left over goes half to the
/// columns of style class `wide-column`, else evenly to all; long names of models give way first, and a table that is too narrow gives its last columns up to
/// scrolling. FX thread only.
public final class Columns<R> {
    private static final double PADDING = 12;
    private static final double GRAPHIC = 20;
    private static final double STRONG = 8;
    private static final double HEADER = 46;
    private static final double SINGLE_HEADER = 34;
    private static final double SCROLL_BAR = 8;
    private static final double BAR = 72;
    private static final double WIDEST = 420;
    private static final double WIDE_NAME = 240;
    private static final double CELL_FONT = 13;
    private static final double HEADER_FONT = 12;

    private final TableView<R> table;
    private final double tightRow;
    private final double roomyRow;

    private Columns(TableView<R> table, double tightRow, double roomyRow) {
        this.table = table;
        this.tightRow = tightRow;
        this.roomyRow = roomyRow;
    }

    /// Fills a column from the rows.
    public static <R, V> void bind(TableColumn<R, V> column, Function<R, V> value) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
    }

    /// Keeps the columns of a table fitting, now and with each change of its rows or its size. Its rows keep their height.
    public static <R> void fit(TableView<R> table) {
        fit(table, table.getFixedCellSize(), table.getFixedCellSize());
    }

    /// The same, with rows that grow and shrink between two heights, so that the table's edge cuts none.
    public static <R> void fit(TableView<R> table, double tightRow, double roomyRow) {
        var columns = new Columns<>(table, tightRow, roomyRow);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.getItems().addListener((ListChangeListener<R>) _ -> columns.lay());
        table.widthProperty().subscribe(_ -> columns.lay());
        table.heightProperty().subscribe(_ -> columns.lay());
    }

    /// Replaces rows only where something changed, so that selection and scroll position stay.
    public static <R> void replace(TableView<R> table, List<R> rows) {
        if (!table.getItems().equals(rows)) {
            table.getItems().setAll(rows);
        }
    }

    /// A table that does not scroll sideways leaves the room of an upright scroll bar free even where there is none: two
    /// scroll bars that need each other would both stay.
    private void lay() {
        var columns = table.getVisibleLeafColumns();
        var width = Math.floor(table.getWidth());
        var sideways = columns.stream().mapToDouble(this::needed).sum() > width - SCROLL_BAR;
        var header = table.getStyleClass().contains("single-head") ? SINGLE_HEADER : HEADER;
        var room = table.getHeight() - header - (sideways ? SCROLL_BAR : 0);
        var row = rowHeight(room);
        table.setFixedCellSize(row);
        share(columns, sideways && table.getItems().size() * row <= room ? width : width - SCROLL_BAR);
    }

    private double rowHeight(double room) {
        var rows = Math.clamp((long) (room / tightRow), 1, Math.max(1, table.getItems().size()));
        return Math.clamp(Math.floor(room / rows), tightRow, roomyRow);
    }

    private void share(List<TableColumn<R, ?>> columns, double width) {
        var whole = whole(columns, width);
        var left = width - whole.stream().mapToDouble(this::needed).sum();
        var wide = whole.stream().filter(Columns::isWide).count();
        var forWide = wide == 0 ? 0 : Math.floor(left * 0.6 / wide);
        var forAll = Math.floor((left - forWide * wide) / Math.max(1, whole.size() - wide));
        for (var column : columns) {
            var more = !whole.contains(column) ? 0 : isWide(column) ? forWide : forAll;
            column.setPrefWidth(needed(column) + more);
        }
        if (!whole.isEmpty()) {
            var rest = left - forWide * wide - forAll * (whole.size() - wide);
            whole.getLast().setPrefWidth(whole.getLast().getPrefWidth() + rest);
        }
    }

    /// The first columns, as many as can be seen without scrolling: they share the width, so that the edge cuts no figure.
    private List<TableColumn<R, ?>> whole(List<TableColumn<R, ?>> columns, double width) {
        var end = 0.0;
        for (int i = 0; i < columns.size(); i++) {
            end += needed(columns.get(i));
            if (end > width) {
                return columns.subList(0, i);
            }
        }
        return columns;
    }

    private double needed(TableColumn<R, ?> column) {
        var widest = Math.max(header(column), shareOfGroup(column));
        for (int i = 0; i < table.getItems().size(); i++) {
            widest = Math.max(widest, width(String.valueOf(column.getCellData(i)), CELL_FONT) + graphic(column));
        }
        return Math.max(isWide(column) ? BAR : 0, Math.min(widest(column), Math.ceil(widest) + PADDING));
    }

    private double widest(TableColumn<R, ?> column) {
        if (!isModel(column)) {
            return WIDEST;
        }
        var others = table.getVisibleLeafColumns().stream().filter(other -> !isModel(other));
        var names = table.getVisibleLeafColumns().stream().filter(Columns::isModel).count();
        var room = Math.floor(table.getWidth()) - SCROLL_BAR - others.mapToDouble(this::needed).sum();
        return Math.clamp(Math.floor(room / names), WIDE_NAME / names, WIDEST);
    }

    private static double header(TableColumnBase<?, ?> column) {
        return column.getText().lines().mapToDouble(line -> width(line, HEADER_FONT)).max().orElse(0);
    }

    private static double shareOfGroup(TableColumnBase<?, ?> column) {
        var group = column.getParentColumn();
        return group == null ? 0 : header(group) / group.getColumns().size();
    }

    private static boolean isWide(TableColumn<?, ?> column) {
        return column.getStyleClass().contains("wide-column");
    }

    private static boolean isModel(TableColumn<?, ?> column) {
        return column.getStyleClass().contains("model-column");
    }

    private static double graphic(TableColumn<?, ?> column) {
        return isModel(column) || column.getStyleClass().contains("chip-column")
                ? GRAPHIC
                : column.getStyleClass().contains("strong") ? STRONG : 0;
    }

    private static double width(String text, double size) {
        var probe = new Text(text);
        probe.setFont(Font.font(size));
        return probe.getLayoutBounds().getWidth();
    }
}
