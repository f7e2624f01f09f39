package dev.gravitas.ui.compare;

import dev.gravitas.ui.chart.Chip;
import dev.gravitas.ui.chart.time.ChartActions;
import dev.gravitas.ui.chart.time.ChartLink;
import dev.gravitas.ui.chart.time.ChartModel;
import dev.gravitas.ui.chart.time.ChartPane;
import dev.gravitas.ui.chart.time.ChartTools;
import dev.gravitas.ui.explain.Explained;
import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.filter.RangePane;
import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Columns;
import dev.gravitas.ui.fx.StatePane;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Binds the comparison to its view model.
public final class CompareController {
    private static final double ROW = 28;
    private static final double ROOMY_ROW = 40;
    private static final double HEADER = 36;
    private static final double LEAST_CHART = 200;

    private final CompareViewModel model;
    private final Runnable back;
    private final Strings strings;
    private final ChartModel lines;
    @FXML
    private ToggleGroup modes;
    @FXML
    private ToggleButton models;
    @FXML
    private ToggleButton periods;
    @FXML
    private ModelChoice first;
    @FXML
    private Label with;
    @FXML
    private ModelChoice second;
    @FXML
    private ComboBox<Against> against;
    @FXML
    private RangePane span;
    @FXML
    private StatePane pane;
    @FXML
    private ScrollPane scroll;
    @FXML
    private VBox page;
    @FXML
    private Label verdict;
    @FXML
    private Label about;
    @FXML
    private ChartPane chart;
    @FXML
    private ChartActions chartActions;
    @FXML
    private Chip firstChip;
    @FXML
    private Label firstName;
    @FXML
    private Chip secondChip;
    @FXML
    private Label secondName;
    @FXML
    private AskMark askTable;
    @FXML
    private TableView<CompareRow> table;
    @FXML
    private TableColumn<CompareRow, String> figureColumn;
    @FXML
    private TableColumn<CompareRow, String> firstColumn;
    @FXML
    private TableColumn<CompareRow, String> secondColumn;
    @FXML
    private TableColumn<CompareRow, String> differenceColumn;

    /// @param back leads to the trends
    public CompareController(CompareViewModel model, ChartTools tools, Runnable back) {
        this.model = model;
        this.back = back;
        this.strings = tools.strings();
        this.lines = new ChartModel(new ChartLink(), tools);
    }

    @FXML
    void initialize() {
        chart.follow(lines);
        chart.chart().setMinHeight(LEAST_CHART);
        chartActions.of(chart);
        bindChoice();
        Columns.bind(figureColumn, CompareRow::figure);
        Columns.bind(firstColumn, CompareRow::first);
        Columns.bind(secondColumn, CompareRow::second);
        Columns.bind(differenceColumn, CompareRow::difference);
        Columns.fit(table, ROW, ROOMY_ROW);
        explain();
        scroll.viewportBoundsProperty().subscribe(bounds -> page.setMinHeight(bounds.getHeight()));
        model.live().screen().subscribe(screen -> screen.ifPresent(this::show));
        pane.follow(model.live());
    }

    private void explain() {
        Explained.by(page, () -> row(0));
        Explained.table(table, List.of(firstColumn, secondColumn, differenceColumn), this::row);
        askTable.about(table);
    }

    private List<Explanation> row(int index) {
        return model.live()
                .screen()
                .get()
                .flatMap(screen -> Optional.ofNullable(screen.explained())
                        .map(told -> told.row(index, screen.rows().get(index))))
                .orElse(List.of());
    }

    private void bindChoice() {
        var buttons = Map.of(false, models, true, periods);
        model.periods().subscribe(mode -> modes.selectToggle(buttons.get(mode)));
        modes.selectedToggleProperty().subscribe((old, now) -> {
            // Not the action: the arrow keys choose too.
            if (now == null) {
                modes.selectToggle(old);
            } else {
                model.periods().set(now == periods);
            }
        });
        first.choose(model::chooseFirst);
        second.choose(model::chooseSecond);
        second.visibleProperty().bind(model.periods().not());
        against.visibleProperty().bind(model.periods());
        against.getItems().setAll(Against.values());
        against.setConverter(new AgainstWords(strings));
        against.valueProperty().bindBidirectional(model.against());
        span.follow(model.span(), strings, () -> model.against().set(Against.BEFORE));
        span.visibleProperty().bind(model.periods().and(model.against().isEqualTo(Against.SPAN)));
        for (Node part : List.of(second, against, span)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        model.periods().subscribe(on -> with.setText(strings.text(on ? "compare.against" : "compare.with")));
    }

    private void show(CompareScreen screen) {
        var one = screen.first();
        var two = screen.second();
        if (one == null || two == null) {
            return;
        }
        first.show(screen.models(), one.model());
        second.show(screen.models(), two.model());
        verdict.setText(screen.verdict());
        about.setText(screen.about());
        name(firstChip, firstName, one, "compare.first");
        name(secondChip, secondName, two, "compare.second");
        if (!table.getItems().equals(screen.rows())) {
            table.getItems().setAll(screen.rows());
            double height = screen.rows().size() * ROW + HEADER;
            table.setPrefHeight(height);
            table.setMinHeight(height);
        }
        if (screen.picture() != null) {
            lines.show(screen.picture());
        }
    }

    private void name(Chip chip, Label label, CompareScreen.Named side, String key) {
        chip.show(side.look());
        label.setText(strings.text(key, side.name()));
        WholeText.tell(label, label.getText());
    }

    @FXML
    void back() {
        back.run();
    }

    /// The other times by their names.
    private static final class AgainstWords extends StringConverter<@Nullable Against> {
        private final Strings strings;

        AgainstWords(Strings strings) {
            this.strings = strings;
        }

        @Override
        public String toString(@Nullable Against against) {
            return against == null ? "" : strings.text(switch (against) {
                case BEFORE -> "compare.against.before";
                case DAY -> "compare.against.day";
                case WEEK -> "compare.against.week";
                case SPAN -> "compare.against.span";
            });
        }

        @Override
        public @Nullable Against fromString(@Nullable String text) {
            throw new UnsupportedOperationException("Nobody writes it.");
        }
    }
}
