package dev.gravitas.ui.vram;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.KeptNodes;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The card of one GPU: its name, how full it is, who fills it, and what else it does.
final class GpuCard extends VBox {
    static final PseudoClass OLD = PseudoClass.getPseudoClass("old");
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");
    static final double LEAST_WIDTH = 340;
    private static final double LEAST_SMALL_WIDTH = 200;
    /// So wide a card has room for all that its bar shows, in one line.
    private static final double WIDE = 800;

    private final Strings strings;
    private final Formats formats;
    private final Region chip = new Region();
    private final Label name = new Label();
    private final Label device = new Label();
    private final Label more = new Label();
    private final Label age = new Label();
    private final Label used = new Label();
    private final Label total = new Label();
    private final Label percent = new Label();
    private final HBox head;
    private final HBox line;
    private final FlowPane facts = new FlowPane();
    private final KeptNodes<Label> factLabels = new KeptNodes<>(this::fact);
    private final MemoryBar bar = new MemoryBar();
    private final Legend legend = new Legend();
    private final FontIcon alertIcon = new FontIcon();
    private final Label alert = new Label("", alertIcon);
    private final VBox notes = new VBox();
    private @Nullable GpuCardScreen shown;
    private boolean small;

    GpuCard(Formats formats, Strings strings) {
        this.formats = formats;
        this.strings = strings;
        getStyleClass().addAll("card", "gpu-card");
        setMinWidth(LEAST_WIDTH);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        name.getStyleClass().add("card-title");
        name.setMinWidth(USE_PREF_SIZE);
        device.getStyleClass().add("gpu-device");
        device.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        device.setMinWidth(0);
        more.setGraphic(new FontIcon("mdal-info"));
        more.getStyleClass().add("gpu-more");
        more.setMinWidth(USE_PREF_SIZE);
        age.getStyleClass().add("age");
        age.setGraphic(new FontIcon("mdmz-schedule"));
        age.setWrapText(true);
        age.setMinHeight(USE_PREF_SIZE);
        used.getStyleClass().add("key-value");
        total.getStyleClass().add("key-unit");
        percent.getStyleClass().add("key-percent");
        facts.getStyleClass().add("facts");
        // Else that of its longest fact.
        facts.setMinWidth(0);
        alert.getStyleClass().add("alert");
        alert.setWrapText(true);
        alert.setMinHeight(USE_PREF_SIZE);
        head = new HBox(chip, name, device, more);
        head.getStyleClass().add("gpu-head");
        line = new HBox(used, total, percent);
        line.getStyleClass().add("key-line");
        order();
        widthProperty().subscribe(this::tellParts);
        for (Node part : List.of(more, age, bar, legend, alert, notes)) {
            part.managedProperty().bind(part.visibleProperty());
        }
    }

    /// @param asSmall whether it must do with little room: then it tells of the largest holders only, and what must be known to read
    ///   its figures waits behind a mark
    void show(GpuCardScreen fresh, boolean asSmall) {
        if (fresh.equals(shown) && small == asSmall) {
            return;
        }
        shown = fresh;
        if (small != asSmall) {
            small = asSmall;
            setMinWidth(small ? LEAST_SMALL_WIDTH : LEAST_WIDTH);
            pseudoClassStateChanged(SMALL, small);
            order();
        }
        setAccessibleText(fresh.spoken());
        fresh.swatch().dress(chip, "chip");
        name.setText(fresh.name());
        device.setText(fresh.device());
        WholeText.tell(device, fresh.device());
        age.setText(fresh.age());
        age.setVisible(fresh.old());
        used.setText(fresh.used());
        total.setText(fresh.total());
        percent.setText(fresh.percent());
        tell(fresh.facts());
        bar.show(fresh.parts(), fresh.parts().stream().map(this::words).toList(), fresh.tick(),
                strings.text("vram.tick"));
        bar.setVisible(!fresh.parts().isEmpty());
        tellParts();
        legend.setVisible(bar.isVisible());
        alert.setText(fresh.alert());
        alertIcon.setIconLiteral(fresh.locked() ? "mdal-error" : "mdmz-warning");
        alert.setVisible(!fresh.alert().isEmpty());
        notes.getChildren().setAll(fresh.notes().stream().map(GpuCard::note).toList());
        // Where nothing else is known they are all there is to say.
        more.setVisible(small && !fresh.notes().isEmpty() && !fresh.parts().isEmpty());
        WholeText.tell(more, String.join("\n", fresh.notes()));
        notes.setVisible(!fresh.notes().isEmpty() && !more.isVisible());
        pseudoClassStateChanged(OLD, fresh.old());
        pseudoClassStateChanged(Styles.DANGER, fresh.locked());
    }

    private void tellParts() {
        var now = shown;
        if (now != null) {
            legend.show(small && getWidth() < WIDE ? now.brief() : now.legend());
        }
    }

    /// What takes one line on one small card and two on the next comes last, so that the bars of a row lie side by side.
    private void order() {
        getChildren().setAll(small
                ? List.of(head, line, age, bar, legend, facts, alert, notes)
                : List.of(head, line, age, facts, bar, legend, alert, notes));
    }

    private String words(BarPart part) {
        return strings.text("vram.part.words", part.name(), formats.memory(part.told()));
    }

    private void tell(List<Fact> fresh) {
        var labels = factLabels.in(facts, fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            var why = fresh.get(i).why();
            labels.get(i).setText(fresh.get(i).text());
            WholeText.tell(labels.get(i), why.isEmpty() ? null : why);
            labels.get(i).setAccessibleHelp(why);
        }
    }

    /// One that is wider than the card goes on in its next line.
    private Label fact() {
        var label = caption();
        label.setWrapText(true);
        label.maxWidthProperty().bind(facts.widthProperty());
        return label;
    }

    private static Label caption() {
        var label = new Label();
        label.getStyleClass().add("caption");
        return label;
    }

    private static Label note(String text) {
        var label = caption();
        label.setText(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
