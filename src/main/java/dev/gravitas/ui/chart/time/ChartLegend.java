package dev.gravitas.ui.chart.time;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the colours of a chart stand for, with last and highest. A click draws one line alone, one with Ctrl adds it or
/// takes it away; so do Space and Ctrl+Space. FX thread only.
final class ChartLegend extends FlowPane {
    static final PseudoClass UNDRAWN = PseudoClass.getPseudoClass("undrawn");

    private final ChartModel model;
    private final List<LegendLine> lines = new ArrayList<>();
    private final MenuButton others = new MenuButton();
    private List<String> otherNames = List.of();

    ChartLegend(ChartModel model) {
        this.model = model;
        getStyleClass().add("legend");
        // Else its longest name, which may be shortened, would widen the card.
        setMinWidth(0);
        others.getStyleClass().addAll("chart-action", "legend-others");
        others.setMinWidth(Region.USE_PREF_SIZE);
        model.drawing().subscribe(drawing -> drawing.ifPresent(this::show));
    }

    private void show(Drawing drawing) {
        var words = new ChartWords(drawing.picture().quantity(), drawing.picture().grain(), model.tools().formats(),
                model.tools().strings());
        while (lines.size() < drawing.entries().size()) {
            lines.add(new LegendLine(model));
        }
        var nodes = new ArrayList<Node>();
        for (int i = 0; i < drawing.entries().size(); i++) {
            lines.get(i).show(drawing.entries().get(i), words);
            nodes.add(lines.get(i));
        }
        nameOthers(drawing.others());
        if (!drawing.others().isEmpty()) {
            nodes.add(others);
        }
        drawing.picture()
                .levels()
                .forEach(level -> nodes.add(still(level.name(), words.above(level.value()),
                        level.swatch())));
        if (!drawing.picture().gaps(drawing.span()).isEmpty()) {
            nodes.add(still(words.noReading(), "", List.of("chip", "gap-swatch")));
        }
        // Lines that stay keep the focus.
        if (getChildren().size() == nodes.size()
                && getChildren().subList(0, lines.size()).equals(nodes.subList(0, lines.size()))) {
            getChildren().subList(lines.size(), nodes.size()).clear();
            getChildren().addAll(nodes.subList(lines.size(), nodes.size()));
        } else {
            getChildren().setAll(nodes);
        }
    }

    /// Before its height is asked for.
    void fit(double width) {
        lines.forEach(line -> line.fit(width));
    }

    private void nameOthers(List<String> names) {
        if (!names.equals(otherNames)) {
            otherNames = names;
            others.setText(model.tools().strings().text("chart.legend.others", names.size()));
            others.getItems().setAll(names.stream().map(this::other).toList());
        }
    }

    private MenuItem other(String name) {
        var item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.isolate(name));
        return item;
    }

    private static HBox still(String name, String figure, List<String> swatch) {
        var chip = new Region();
        chip.getStyleClass().setAll(swatch);
        var label = new Label(name);
        label.getStyleClass().add("caption");
        var value = new Label(figure);
        value.getStyleClass().add("legend-figure");
        var line = new HBox(chip, label, value);
        line.getStyleClass().add("legend-entry");
        return line;
    }
}
