package dev.gravitas.ui.explain;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Gives nodes their explanations. All that lies in an explained node is explained by it. FX thread only.
public final class Explained {
    private static final String KEY = "explained";

    private final Function<Node, Asked> answer;

    private Explained(Function<Node, Asked> answer) {
        this.answer = answer;
    }

    /// @param answer made when it is asked for; nothing in it for not known yet
    public static void by(Node node, Supplier<List<Explanation>> answer) {
        put(node, _ -> Asked.all(answer.get()));
    }

    /// Explains what is written in a table.
    ///
    /// @param columns with figures
    /// @param row the explanations of a row, one for each of these columns
    public static <R> void table(TableView<R> table, List<TableColumn<R, ?>> columns,
            IntFunction<List<Explanation>> row) {
        put(table, asked -> {
            var cell = within(asked, TableCell.class);
            int index = cell == null ? table.getSelectionModel().getSelectedIndex() : cell.getIndex();
            int column = cell == null ? 0 : columns.indexOf(cell.getTableColumn());
            return row(table.getItems().size(), index, column, row);
        });
    }

    /// The same of a list.
    public static <R> void list(ListView<R> list, IntFunction<List<Explanation>> row) {
        put(list, asked -> {
            var cell = within(asked, IndexedCell.class);
            int index = cell == null ? list.getSelectionModel().getSelectedIndex() : cell.getIndex();
            return row(list.getItems().size(), index, 0, row);
        });
    }

    private static Asked row(int size, int index, int column, IntFunction<List<Explanation>> row) {
        int shown = Math.max(0, index);
        var all = shown < size ? row.apply(shown) : List.<Explanation>of();
        return new Asked(all, all.isEmpty() ? 0 : Math.max(0, column));
    }

    private static void put(Node node, Function<Node, Asked> answer) {
        node.getProperties().put(KEY, new Explained(answer));
    }

    /// How the figure was measured that is, or lies around, a node; empty where that is no figure, or one not known yet.
    public static Optional<Asked> of(Node node) {
        for (@Nullable
        Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(KEY) instanceof Explained explained) {
                return Optional.of(explained.answer.apply(node)).filter(asked -> !asked.all().isEmpty());
            }
        }
        return Optional.empty();
    }

    private static <N extends Node> @Nullable N within(Node node, Class<N> type) {
        for (@Nullable
        Node at = node; at != null; at = at.getParent()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
