package dev.gravitas.ui.chart.time;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One chart: its picture, what of it is shown, and that made ready for its width. A large picture is made ready in the background;
/// what is shown meanwhile is the drawing before. FX thread only; needs no toolkit.
public final class ChartModel {
    /// Fewer points are made ready at once.
    static final int LARGE = 50_000;

    private final ChartLink link;
    private final ChartTools tools;
    private final LinePick pick = new LinePick();
    private final ReadOnlyObjectWrapper<Optional<TimePicture>> picture = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Drawing>> drawing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Consumer<Runnable> later;
    private int columns;
    private boolean busy;
    private boolean again;

    /// @param link what it shares with the other charts of its view
    public ChartModel(ChartLink link, ChartTools tools) {
        this.link = link;
        this.tools = tools;
        this.later = tools.bridge().newest(Runnable::run);
        link.span().shown().subscribe((_, _) -> draw());
        pick.picked().subscribe((_, _) -> draw());
        tools.formats().zone().subscribe((_, _) -> draw());
    }

    /// Replaces what is shown; outside of a layout pass.
    public void show(TimePicture fresh) {
        if (picture.get().filter(fresh::equals).isPresent()) {
            return;
        }
        picture.set(Optional.of(fresh));
        var before = link.span().shown().get();
        link.span().cover(fresh.window(), fresh.grain().shortest());
        if (before.equals(link.span().shown().get())) {
            draw();
        }
    }

    public ReadOnlyObjectProperty<Optional<TimePicture>> picture() {
        return picture.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Drawing>> drawing() {
        return drawing.getReadOnlyProperty();
    }

    public ChartSpan span() {
        return link.span();
    }

    public Crosshair crosshair() {
        return link.crosshair();
    }

    ChartTools tools() {
        return tools;
    }

    /// How many columns of pixels there are. May be called in a layout pass: the drawing follows after it.
    void columns(int count) {
        if (count != columns) {
            columns = count;
            later.accept(this::draw);
        }
    }

    /// The lines that are drawn, with all their points.
    List<TimeLine> drawn() {
        return picture.get().map(shown -> pick.drawn(shown.lines())).orElse(List.of());
    }

    void isolate(String line) {
        picture.get().ifPresent(shown -> pick.isolate(line, shown.lines()));
    }

    void add(String line) {
        picture.get().ifPresent(shown -> pick.add(line, shown.lines()));
    }

    /// Moves the crosshair to the next reading, or the one before, at least a little away.
    void step(boolean forward) {
        var span = link.span().shown().get();
        long least = Math.max(1, (span.to().toEpochMilli() - span.from().toEpochMilli()) / 200);
        var at = link.crosshair().at().get();
        var readings = new Readings(drawn());
        var next = forward
                ? readings.from(at.map(now -> now.plusMillis(least)).orElse(span.from()))
                : readings.until(at.map(now -> now.minusMillis(least)).orElse(span.to()));
        next.filter(this::shows).ifPresent(link.crosshair()::point);
    }

    /// Moves the crosshair to the first reading that is shown, or the last.
    void stepToEnd(boolean last) {
        var span = link.span().shown().get();
        var readings = new Readings(drawn());
        (last ? readings.until(span.to()) : readings.from(span.from())).filter(this::shows)
                .ifPresent(link.crosshair()::point);
    }

    private boolean shows(Instant at) {
        var span = link.span().shown().get();
        return !at.isBefore(span.from()) && !at.isAfter(span.to());
    }

    private void draw() {
        var shown = picture.get().orElse(null);
        if (shown == null || columns == 0) {
            return;
        }
        var order = new Drawing.Order(shown, link.span().shown().get(), columns, pick.drawn(shown.lines()),
                pick.listed(shown.lines()), tools.formats().zone().get());
        if (shown.size() <= LARGE) {
            drawing.set(Optional.of(order.draw()));
        } else if (busy) {
            again = true;
        } else {
            drawInBackground(order);
        }
    }

    /// One at a time: who pans sees each that comes out, not only the last.
    private void drawInBackground(Drawing.Order order) {
        busy = true;
        try {
            tools.work().execute(() -> {
                var ready = order.draw();
                tools.bridge().run(() -> arrived(ready));
            });
        } catch (RejectedExecutionException closing) {
            // The window closes: nobody will look.
            busy = false;
        }
    }

    private void arrived(Drawing ready) {
        busy = false;
        if (picture.get().filter(shown -> shown.size() > LARGE).isPresent()) {
            drawing.set(Optional.of(ready));
        }
        if (again) {
            again = false;
            draw();
        }
    }
}
