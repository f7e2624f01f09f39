package dev.gravitas.ui.shell;

import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.WindowChoice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The choice of a window of time: four rolling ones, or whole UTC days between two dates. FX thread only.
final class WindowViewModel {
    private static final int FIRST_CUSTOM_DAYS = 30;

    private final Filter filter;
    private final BooleanProperty custom = new SimpleBooleanProperty();
    private final ObjectProperty<LocalDate> first;
    private final ObjectProperty<LocalDate> last;

    WindowViewModel(Filter filter, Clock clock) {
        this.filter = filter;
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        this.first = new SimpleObjectProperty<>(today.minusDays(FIRST_CUSTOM_DAYS - 1));
        this.last = new SimpleObjectProperty<>(today);
        first.subscribe((_, _) -> apply());
        last.subscribe((_, _) -> apply());
        filter.window().subscribe(choice -> custom.set(choice instanceof WindowChoice.Days));
    }

    /// Whether the two dates count.
    BooleanProperty custom() {
        return custom;
    }

    ObjectProperty<LocalDate> first() {
        return first;
    }

    ObjectProperty<LocalDate> last() {
        return last;
    }

    void choose(WindowChoice.Rolling rolling) {
        filter.window().set(rolling);
    }

    void chooseCustom() {
        custom.set(true);
        apply();
    }

    private void apply() {
        if (custom.get() && first.get() != null && last.get() != null) {
            var swapped = first.get().isAfter(last.get());
            filter.window()
                    .set(swapped
                            ? new WindowChoice.Days(last.get(), first.get())
                            : new WindowChoice.Days(first.get(), last.get()));
        }
    }
}
