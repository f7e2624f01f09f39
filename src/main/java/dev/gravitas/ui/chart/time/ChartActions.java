package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Png;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with a chart, in the head of its card: back and all where it is zoomed, the table, and copies. FX thread only.
public final class ChartActions extends HBox {
    private final Label span = new Label();
    private final Button back = new Button();
    private final Button reset = new Button();
    private final ToggleButton table = new ToggleButton();
    private final MenuButton save = new MenuButton();
    private final AskMark ask = new AskMark();
    private @Nullable ChartPane pane;

    public ChartActions() {
        getStyleClass().add("chart-actions");
        span.getStyleClass().add("caption");
        span.setMinWidth(0);
        HBox.setHgrow(this, Priority.ALWAYS);
        span.managedProperty().bind(span.visibleProperty());
        for (var part : new Region[]{back, reset, table, save}) {
            part.getStyleClass().add("chart-action");
            part.setMinWidth(USE_PREF_SIZE);
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().addAll(span, back, reset, ask, table, save);
    }

    /// Acts on a chart that follows its model already. Once.
    public void of(ChartPane charted) {
        pane = charted;
        var model = charted.model().orElseThrow();
        var strings = model.tools().strings();
        name(strings);
        ask.about(charted);
        back.setOnAction(_ -> model.span().back());
        reset.setOnAction(_ -> model.span().reset());
        table.selectedProperty().bindBidirectional(charted.tabularProperty());
        save.getItems()
                .addAll(item(strings.text("chart.copy.picture"), this::copyPicture),
                        item(strings.text("chart.copy.figures"), this::copyFigures),
                        item(strings.text("chart.save.picture"), this::savePicture),
                        item(strings.text("chart.save.figures"), this::saveFigures));
        model.span().shown().subscribe(_ -> showSpan(model));
        model.picture().subscribe(_ -> showSpan(model));
    }

    private void name(Strings strings) {
        back.setText(strings.text("chart.back"));
        reset.setText(strings.text("chart.reset"));
        table.setText(strings.text("chart.table"));
        save.setText(strings.text("chart.save"));
        ask.setAsk(strings.text("explain.ask"));
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void showSpan(ChartModel model) {
        var picture = model.picture().get().orElse(null);
        boolean zoomed = picture != null && model.span().zoomed();
        back.setVisible(zoomed && model.span().hasBefore());
        reset.setVisible(zoomed);
        span.setVisible(zoomed);
        if (picture != null && zoomed) {
            var words = new ChartWords(picture.quantity(), picture.grain(), model.tools().formats(),
                    model.tools().strings());
            span.setText(words.brief(model.span().shown().get()));
            WholeText.tell(span, words.span(model.span().shown().get()));
        }
    }

    private ChartPane pane() {
        return Objects.requireNonNull(pane);
    }

    private void copyPicture() {
        var content = new ClipboardContent();
        content.putImage(pane().picture());
        copy(content);
    }

    private void copyFigures() {
        pane().sheet().ifPresent(sheet -> pane().saving().copy(() -> sheet.get().csv(), csv -> {
            var content = new ClipboardContent();
            content.putString(csv);
            Clipboard.getSystemClipboard().setContent(content);
        }));
    }

    private void copy(ClipboardContent content) {
        Clipboard.getSystemClipboard().setContent(content);
        pane().saving().copied();
    }

    private void savePicture() {
        var image = pane().picture();
        save(".png", () -> new Png(image).bytes());
    }

    private void saveFigures() {
        pane().sheet().ifPresent(sheet -> save(".csv", () -> sheet.get().csv().getBytes(StandardCharsets.UTF_8)));
    }

    private void save(String ending, ChartSaving.Content content) {
        var model = pane().model().orElseThrow();
        var title = model.picture().get().map(picture -> picture.quantity().title()).orElse("");
        var name = title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        model.tools()
                .files()
                .ask(getScene().getWindow(), name + ending)
                .ifPresent(target -> pane().saving().save(target, content));
    }
}
