package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// What the mouse does to a chart: pointing moves the crosshair, dragging selects what to zoom to, dragging with Shift moves along,
/// the wheel zooms around the pointer and with Shift, or sideways, moves along. FX thread only.
final class ChartGestures {
    private static final double LEAST_DRAG = 4;
    private static final double PER_NOTCH = 0.8;
    private static final double NOTCH = 40;

    private final TimeChart chart;
    private final ChartModel model;
    private @Nullable Drag drag;

    /// @param last where the pointer was, for moving along
    private record Drag(double start, double last, boolean pan) {}

    ChartGestures(TimeChart chart, ChartModel model) {
        this.chart = chart;
        this.model = model;
    }

    void attach() {
        chart.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        chart.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.crosshair().leave());
        chart.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        chart.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        chart.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        chart.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        chart.addEventHandler(ZoomEvent.ZOOM, event -> model.span()
                .zoom(1 / Math.max(0.1, event.getZoomFactor()), chart.moment(event.getX())));
        chart.addEventFilter(KeyEvent.KEY_PRESSED, this::cancel);
    }

    private void point(MouseEvent event) {
        if (chart.area().contains(event.getX(), event.getY())) {
            model.crosshair().point(chart.moment(event.getX()));
        } else {
            model.crosshair().leave();
        }
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        chart.requestFocus();
        if (chart.area().contains(event.getX(), event.getY())) {
            drag = new Drag(event.getX(), event.getX(), event.isShiftDown());
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (drag == null) {
            return;
        }
        if (drag.pan()) {
            model.span().pan((drag.last() - event.getX()) / Math.max(1, chart.area().getWidth()));
            drag = new Drag(drag.start(), event.getX(), true);
        } else {
            chart.select(drag.start(), event.getX());
            model.crosshair().point(chart.moment(event.getX()));
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        var done = drag;
        drop();
        if (done != null && !done.pan() && Math.abs(event.getX() - done.start()) >= LEAST_DRAG) {
            model.span().zoomTo(chart.moment(done.start()), chart.moment(event.getX()));
        } else if (event.getClickCount() == 2) {
            model.span().reset();
        }
    }

    private void drop() {
        drag = null;
        chart.selectNothing();
    }

    private void cancel(KeyEvent event) {
        if (drag != null && event.getCode() == KeyCode.ESCAPE) {
            drop();
            event.consume();
        }
    }

    /// Where nothing is left to see less of, the page scrolls.
    private void scroll(ScrollEvent event) {
        var before = model.span().shown().get();
        boolean along = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        if (along) {
            double by = event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
            model.span().pan(-by / Math.max(1, chart.area().getWidth()));
        } else {
            model.span().zoom(Math.pow(PER_NOTCH, event.getDeltaY() / NOTCH), chart.moment(event.getX()));
        }
        if (along || !before.equals(model.span().shown().get())) {
            event.consume();
        }
    }
}
