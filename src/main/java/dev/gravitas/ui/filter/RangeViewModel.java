package dev.gravitas.ui.filter;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// From and to of a span of time, written by the operator in the zone in which the window tells times. What cannot be asked for is not
/// used, and it is said why. FX thread only.
public final class RangeViewModel {
    private final Consumer<WindowChoice.Range> use;
    private final Formats formats;
    private final Strings strings;
    private final Clock clock;
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper offset = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper badFrom = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper badTo = new ReadOnlyBooleanWrapper();
    private Optional<WindowChoice.Range> known = Optional.empty();

    /// @param use what is told each new span
    public RangeViewModel(Consumer<WindowChoice.Range> use, Formats formats, Strings strings, Clock clock) {
        this.use = use;
        this.formats = formats;
        this.strings = strings;
        this.clock = clock;
        from.subscribe((_, _) -> blame(Optional.empty()));
        to.subscribe((_, _) -> blame(Optional.empty()));
        formats.zone().subscribe((_, _) -> discard());
    }

    public StringProperty from() {
        return from;
    }

    public StringProperty to() {
        return to;
    }

    /// How far from UTC the two are told: `UTC`, `+01:00`, or two offsets where summer time lies between.
    public ReadOnlyStringProperty offset() {
        return offset.getReadOnlyProperty();
    }

    /// Why what is written is not used; empty where it is, or was changed since.
    public ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// Whether it is the begin that has to be changed.
    ReadOnlyBooleanProperty badFrom() {
        return badFrom.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty badTo() {
        return badTo.getReadOnlyProperty();
    }

    private void blame(Optional<RangeText.Fault> why) {
        fault.set(why.map(this::words).map(words -> strings.text("range.fault", words)).orElse(""));
        badFrom.set(why.map(RangeText.Fault::ofFrom).orElse(false));
        badTo.set(why.map(RangeText.Fault::ofTo).orElse(false));
    }

    /// Writes a span that counts already.
    public void show(WindowChoice.Range range) {
        known = Optional.of(range);
        discard();
    }

    /// Whether something else is written than what counts.
    public boolean edited() {
        return known.map(range -> !from.get().equals(text().write(range.from()))
                || !to.get().equals(text().write(range.to()))).orElse(false);
    }

    /// Writes again what counts.
    public void discard() {
        known.ifPresent(range -> {
            from.set(text().write(range.from()));
            to.set(text().write(range.to()));
            var first = formats.offset(range.from(), zone());
            var last = formats.offset(range.to(), zone());
            offset.set(first.equals(last) ? first : strings.text("range.offsets", first, last));
            blame(Optional.empty());
        });
    }

    /// Uses what is written, or says why not.
    public void apply() {
        switch (text().read(from.get(), to.get(), known, clock.instant())) {
            case RangeText.Good(var range) -> {
                show(range);
                use.accept(range);
            }
            case RangeText.Bad(var why) -> blame(Optional.of(why));
        }
    }

    /// Puts one of the two on another day, at the same time, and uses both.
    void choose(StringProperty end, LocalDate day) {
        end.set(text().with(day, end.get()));
        apply();
    }

    Optional<LocalDate> day(StringProperty end) {
        return text().day(end.get());
    }

    /// Whether something may be stored of a day.
    boolean isKept(LocalDate day) {
        var now = clock.instant();
        return !day.isAfter(LocalDate.ofInstant(now, zone()))
                && !day.isBefore(LocalDate.ofInstant(WindowChoice.Range.oldest(now), zone()));
    }

    private String words(RangeText.Fault why) {
        var now = clock.instant();
        return switch (why) {
            case FROM_UNREAD -> strings.text("range.fault.from", text().write(WindowChoice.Range.oldest(now)));
            case TO_UNREAD -> strings.text("range.fault.to", text().write(WindowChoice.Range.oldest(now)));
            case FUTURE -> strings.text("range.fault.future", formats.full(now));
            case TURNED -> strings.text("range.fault.turned");
            case TOO_OLD -> strings.text("range.fault.old", formats.full(WindowChoice.Range.oldest(now)));
        };
    }

    private RangeText text() {
        return new RangeText(zone());
    }

    private ZoneId zone() {
        var zone = formats.zone().get();
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
