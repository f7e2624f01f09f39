package dev.gravitas.ui.filter;

import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import org.kordamp.ikonli.javafx.FontIcon;

import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Two fields for from and to, each with a calendar, and below them why what is written is not used. Enter and the button use it,
/// Escape writes again what counts, and a second one leads back. FX thread only.
public final class RangePane extends VBox {
    private static final double FIELD = 152;
    private static final double ONE_LINE = 520;

    private final TextField from = new TextField();
    private final TextField to = new TextField();

    public RangePane() {
        getStyleClass().add("range");
    }

    /// Shows what the model has, from now on. Once.
    ///
    /// @param back what Escape does where nothing is edited
    public void follow(RangeViewModel model, Strings strings, Runnable back) {
        var between = new Label(strings.text("range.to"));
        between.setMinWidth(USE_PREF_SIZE);
        var offset = new Label();
        offset.textProperty().bind(model.offset());
        offset.getStyleClass().add("caption");
        offset.setMinWidth(USE_PREF_SIZE);
        var show = new Button(strings.text("range.show"));
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(_ -> model.apply());
        var line = new FlowPane(end(from, model.from(), model, strings.text("range.from.whole")), between,
                end(to, model.to(), model, strings.text("range.to.whole")), offset, show);
        line.getStyleClass().add("range-line");
        line.setPrefWrapLength(ONE_LINE);
        getChildren().setAll(line, fault(model));
        model.badFrom().subscribe(bad -> from.pseudoClassStateChanged(Styles.DANGER, bad));
        model.badTo().subscribe(bad -> to.pseudoClassStateChanged(Styles.DANGER, bad));
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                escape(model, back);
                key.consume();
            }
        });
    }

    @Override
    public void requestFocus() {
        from.requestFocus();
    }

    private static void escape(RangeViewModel model, Runnable back) {
        if (model.edited()) {
            model.discard();
        } else {
            back.run();
        }
    }

    private static HBox end(TextField field, StringProperty text, RangeViewModel model, String name) {
        field.textProperty().bindBidirectional(text);
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        field.setAccessibleText(name);
        field.setOnAction(_ -> model.apply());
        var end = new HBox(field, new CalendarButton(model, text, name));
        end.getStyleClass().add("range-end");
        return end;
    }

    private static Label fault(RangeViewModel model) {
        var fault = new Label();
        fault.setGraphic(new FontIcon("mdal-error"));
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        fault.getStyleClass().add("range-fault");
        fault.textProperty().bind(model.fault());
        fault.visibleProperty().bind(model.fault().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        return fault;
    }
}
