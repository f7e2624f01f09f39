package dev.gravitas.ui.chart.time;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which part of a window of time the charts of a view show, and the way back. Never empty, never turned round, never outside the
/// window, and never shorter than what still tells something. FX thread only; needs no toolkit.
public final class ChartSpan {
    private static final int MOST_STEPS_BACK = 50;

    private final ReadOnlyObjectWrapper<TimeWindow> shown;
    private final Deque<TimeWindow> before = new ArrayDeque<>();
    private TimeWindow whole;
    private Duration shortest;
    private Change last = Change.JUMP;

    /// Turns of a wheel and steps of a pan are one way back together.
    private enum Change {
        JUMP, ZOOM, PAN
    }

    /// @param whole the window
    /// @param shortest that may be shown
    public ChartSpan(TimeWindow whole, Duration shortest) {
        this.whole = whole;
        this.shortest = shortest;
        this.shown = new ReadOnlyObjectWrapper<>(whole);
    }

    public ReadOnlyObjectProperty<TimeWindow> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether less than the window is shown.
    public boolean zoomed() {
        return !shown.get().equals(whole);
    }

    /// Whether there is a way back.
    public boolean hasBefore() {
        return !before.isEmpty();
    }

    /// The window has moved on, or another one was chosen: the latter, which has neither its begin nor its length, shows all of it.
    public void cover(TimeWindow window, Duration least) {
        var old = whole;
        boolean all = !zoomed();
        whole = window;
        shortest = least;
        if (all || !old.from().equals(window.from()) && !length(old).equals(length(window))) {
            before.clear();
            last = Change.JUMP;
            shown.set(window);
        } else {
            shown.set(within(shown.get().from(), length(shown.get())));
        }
    }

    /// Shows what lies between two moments, in either order.
    public void zoomTo(Instant one, Instant other) {
        var from = clamped(one.isBefore(other) ? one : other);
        var missing = shortest.minus(Duration.between(from, clamped(one.isBefore(other) ? other : one)));
        go(Change.JUMP, missing.isPositive()
                ? within(from.minus(missing.dividedBy(2)), shortest)
                : new TimeWindow(from, clamped(one.isBefore(other) ? other : one)));
    }

    /// Shows `factor` times as long a span, with one moment staying where it is.
    ///
    /// @param factor below one to see less and larger
    public void zoom(double factor, Instant around) {
        var now = shown.get();
        double length = length(now).toMillis();
        double fresh = Math.clamp(length * factor, shortest.toMillis(), Math.max(shortest.toMillis(),
                length(whole).toMillis()));
        double share = Math.clamp(Duration.between(now.from(), around).toMillis() / length, 0, 1);
        long from = Math.round(now.from().toEpochMilli() + share * (length - fresh));
        go(Change.ZOOM, within(Instant.ofEpochMilli(from), Duration.ofMillis(Math.round(fresh))));
    }

    /// Shows as long a span, later by a share of its length; earlier where that is negative.
    public void pan(double share) {
        var now = shown.get();
        var by = Duration.ofMillis(Math.round(length(now).toMillis() * share));
        go(Change.PAN, within(now.from().plus(by), length(now)));
    }

    /// Shows what was shown before.
    public void back() {
        if (hasBefore()) {
            last = Change.JUMP;
            var earlier = before.pop();
            shown.set(within(earlier.from(), length(earlier)));
        }
    }

    /// Shows all of the window.
    public void reset() {
        go(Change.JUMP, whole);
    }

    private void go(Change change, TimeWindow fresh) {
        if (fresh.equals(shown.get())) {
            return;
        }
        if (change == Change.JUMP || change != last) {
            before.push(shown.get());
            if (before.size() > MOST_STEPS_BACK) {
                before.removeLast();
            }
        }
        last = change;
        shown.set(fresh);
    }

    private Instant clamped(Instant at) {
        return at.isBefore(whole.from()) ? whole.from() : at.isAfter(whole.to()) ? whole.to() : at;
    }

    private TimeWindow within(Instant from, Duration wanted) {
        if (wanted.compareTo(length(whole)) >= 0) {
            return whole;
        }
        var begin = from.isBefore(whole.from()) ? whole.from() : from;
        var end = begin.plus(wanted);
        return end.isAfter(whole.to())
                ? new TimeWindow(whole.to().minus(wanted), whole.to())
                : new TimeWindow(begin, end);
    }

    private static Duration length(TimeWindow window) {
        return Duration.between(window.from(), window.to());
    }
}
