package dev.gravitas.ui.compare;

import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.filter.Filter;
import dev.gravitas.ui.filter.RangeViewModel;
import dev.gravitas.ui.filter.WindowChoice.Range;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Strings;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What is compared, read anew when the choice changes. The window above the view counts for both models, or for the later of two
/// times. FX thread only.
public final class CompareViewModel {
    private final CompareReading reading;
    private final ComparePresenter presenter;
    private final Filter filter;
    private final LiveView.Tools tools;
    private final LiveView<CompareScreen> live;
    private final BooleanProperty periods = new SimpleBooleanProperty();
    private final ObjectProperty<Against> against = new SimpleObjectProperty<>(Against.BEFORE);
    private final RangeViewModel span;
    private Optional<String> first = Optional.empty();
    private Optional<String> second = Optional.empty();
    private Optional<Range> written = Optional.empty();

    public CompareViewModel(TelemetryQueries queries, ComparePresenter presenter, Filter filter, Strings strings,
            LiveView.Tools tools) {
        this.reading = new CompareReading(queries);
        this.presenter = presenter;
        this.filter = filter;
        this.tools = tools;
        this.live = new LiveView<>(this::next, tools);
        this.span = new RangeViewModel(this::write, tools.formats(), strings, tools.clock());
        filter.window().subscribe((_, _) -> live.choiceChanged());
        periods.subscribe((_, _) -> live.choiceChanged());
        against.subscribe((_, _) -> changeAgainst());
    }

    public LiveView<CompareScreen> live() {
        return live;
    }

    /// Whether one model is compared over two times, else two models over one.
    BooleanProperty periods() {
        return periods;
    }

    /// With which time the window is compared.
    ObjectProperty<Against> against() {
        return against;
    }

    /// The ends of the other time where that is written.
    RangeViewModel span() {
        return span;
    }

    /// The model that the other is held against; the only one where times are compared.
    void chooseFirst(String model) {
        first = Optional.of(model);
        if (second.equals(first)) {
            second = Optional.empty();
        }
        live.choiceChanged();
    }

    void chooseSecond(String model) {
        second = Optional.of(model);
        if (first.equals(second)) {
            first = Optional.empty();
        }
        live.choiceChanged();
    }

    private void changeAgainst() {
        if (against.get() == Against.SPAN && written.isEmpty()) {
            var now = tools.clock().instant();
            var window = Against.BEFORE.of(filter.window().get().at(now).until(now), written);
            var range = new Range(window.from(), window.to());
            written = Optional.of(range);
            span.show(range);
        }
        live.choiceChanged();
    }

    private void write(Range range) {
        written = Optional.of(range);
        live.choiceChanged();
    }

    private LiveView.Reading<CompareScreen> next() {
        var choice = periods.get()
                ? new CompareChoice.Periods(first, against.get(), written)
                : new CompareChoice.Models(first, second);
        var chosen = filter.window().get();
        return () -> {
            var now = tools.clock().instant();
            return presenter.present(reading.read(choice, chosen.at(now).until(now), now));
        };
    }
}
