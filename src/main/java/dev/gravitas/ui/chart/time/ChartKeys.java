package dev.gravitas.ui.chart.time;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.input.KeyEvent;

/// What keys do to the chart that has the focus. FX thread only.
///
/// Left and Right move the crosshair from reading to reading, Home and End to the ends; with Shift, Left and Right move along. Plus
/// and minus zoom around the crosshair, Backspace goes back, 0 shows all, Escape takes the crosshair away.
final class ChartKeys {
    private static final double CLOSER = 0.5;
    private static final double ALONG = 0.1;

    private final TimeChart chart;
    private final ChartModel model;

    ChartKeys(TimeChart chart, ChartModel model) {
        this.chart = chart;
        this.model = model;
    }

    void attach() {
        chart.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        chart.addEventHandler(KeyEvent.KEY_TYPED, this::type);
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean mine = switch (event.getCode()) {
            case LEFT, KP_LEFT -> along(false, event.isShiftDown());
            case RIGHT, KP_RIGHT -> along(true, event.isShiftDown());
            case HOME -> end(false);
            case END -> end(true);
            case BACK_SPACE -> back();
            case ESCAPE -> leave();
            default -> false;
        };
        if (mine) {
            event.consume();
        }
    }

    /// By what they write: where plus lies is the keyboard's business.
    private void type(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCharacter()) {
            case "+", "=" -> model.span().zoom(CLOSER, around());
            case "-" -> model.span().zoom(1 / CLOSER, around());
            case "0" -> model.span().reset();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private boolean along(boolean forward, boolean span) {
        if (span) {
            model.span().pan(forward ? ALONG : -ALONG);
        } else {
            model.step(forward);
        }
        return true;
    }

    private boolean end(boolean last) {
        model.stepToEnd(last);
        return true;
    }

    private boolean back() {
        model.span().back();
        return true;
    }

    private boolean leave() {
        boolean pointed = model.crosshair().at().get().isPresent();
        model.crosshair().leave();
        return pointed;
    }

    private Instant around() {
        var span = model.span().shown().get();
        return model.crosshair()
                .at()
                .get()
                .filter(at -> !at.isBefore(span.from()) && !at.isAfter(span.to()))
                .orElseGet(() -> span.from().plus(Duration.between(span.from(), span.to()).dividedBy(2)));
    }
}
