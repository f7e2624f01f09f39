package dev.gravitas.ui.explain;

import dev.gravitas.ui.fx.Strings;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Tells how a figure was measured. Left and Right go on to what stands beside it. FX thread only.
final class ExplanationCard extends VBox {
    private final Asked asked;
    private final Strings strings;
    private final Label subject = words("card-title");
    private final Label value = words("explained-value");
    private final Label place = new Label();
    private final Button previous = button("mdal-keyboard_arrow_left");
    private final Button next = button("mdal-keyboard_arrow_right");
    private final GridPane lines = new GridPane();
    private int at;

    ExplanationCard(Asked asked, Strings strings, Runnable close) {
        this.asked = asked;
        this.strings = strings;
        this.at = asked.at();
        getStyleClass().add("explanation");
        setAccessibleRole(AccessibleRole.DIALOG);
        place.getStyleClass().add("caption");
        place.setMinWidth(USE_PREF_SIZE);
        lines.getStyleClass().add("explanation-lines");
        getChildren().addAll(head(close), subject, value, lines);
        addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        show();
    }

    /// Says how to ask, where nothing was asked for that is a figure.
    static ExplanationCard none(Strings strings, Runnable close) {
        return new ExplanationCard(Asked.all(List.of(new Explanation(strings.text("explain.none.title"), "",
                strings.text("explain.none.text"), "", "", "", "", ""))), strings, close);
    }

    private HBox head(Runnable close) {
        var title = new Label(strings.text("explain.ask"));
        title.getStyleClass().add("caption");
        title.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        previous.setAccessibleText(strings.text("explain.previous"));
        previous.setOnAction(_ -> go(-1));
        next.setAccessibleText(strings.text("explain.next"));
        next.setOnAction(_ -> go(1));
        var shut = button("mdal-close");
        shut.setAccessibleText(strings.text("explain.close"));
        shut.setOnAction(_ -> close.run());
        boolean several = asked.all().size() > 1;
        List.of(place, previous, next).forEach(part -> {
            part.setVisible(several);
            part.setManaged(several);
        });
        var head = new HBox(title, gap, place, previous, next, shut);
        head.getStyleClass().add("strip-line");
        return head;
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            go(event.getCode() == KeyCode.LEFT ? -1 : 1);
            event.consume();
        }
    }

    private void go(int step) {
        at = Math.floorMod(at + step, asked.all().size());
        show();
    }

    private void show() {
        var shown = asked.all().get(at);
        subject.setText(shown.subject());
        value.setText(shown.value());
        value.setManaged(!shown.value().isEmpty());
        place.setText(strings.text("explain.place", at + 1, asked.all().size()));
        lines.getChildren().clear();
        line("explain.formula", shown.formula());
        line("explain.source", shown.source());
        line("explain.count", shown.count());
        line("explain.filter.title", shown.filter());
        line("explain.definition", shown.definition());
        line("explain.read", shown.read());
        setAccessibleText(spoken(shown));
    }

    private void line(String nameKey, String text) {
        if (!text.isEmpty()) {
            var name = new Label(strings.text(nameKey));
            name.getStyleClass().add("explanation-name");
            name.setMinWidth(USE_PREF_SIZE);
            GridPane.setValignment(name, VPos.BASELINE);
            lines.addRow(lines.getRowCount(), name, words("explanation-text", text));
        }
    }

    private String spoken(Explanation shown) {
        return String.join(". ", List.of(shown.subject(), shown.value(), shown.formula(), shown.source(),
                shown.count(), shown.filter(), shown.definition(), shown.read())
                .stream()
                .filter(part -> !part.isEmpty())
                .toList());
    }

    private static Label words(String style) {
        return words(style, "");
    }

    private static Label words(String style, String text) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String icon) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("flat", "explanation-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
