package dev.gravitas.ui.shell;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.ViewState;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which view is open, and the beat that keeps it and the state of the console fresh. FX thread only.
final class ShellViewModel {
    private final Map<Page, LiveView<?>> views;
    private final LiveView<StatusScreen> status;
    private final LiveView<RowsScreen> rows;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.EFFICIENCY);

    private final boolean demo;

    ShellViewModel(Map<Page, LiveView<?>> views, Supplier<ConsoleStatus> source, TelemetryQueries queries,
            Strings strings, LiveView.Tools tools) {
        this.views = Map.copyOf(views);
        this.demo = source.get().demo();
        var presenter = new StatusPresenter(tools.formats(), strings);
        this.status = new LiveView<>(() -> () -> presenter.present(source.get()), tools);
        this.rows = new LiveView<>(() -> () -> new RowsScreen(
                strings.text("status.events", tools.formats().count(queries.storedRows().total()))), tools);
        page.subscribe((_, now) -> view(now).refresh());
    }

    /// Whether nothing that is shown is real.
    boolean demo() {
        return demo;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    LiveView<StatusScreen> status() {
        return status;
    }

    LiveView<RowsScreen> rows() {
        return rows;
    }

    /// The figures of a page.
    LiveView<?> view(Page of) {
        var view = views.get(of);
        if (view == null) {
            throw new IllegalArgumentException("No view model for " + of);
        }
        return view;
    }

    /// Whether nothing is on its way for the first time any more.
    boolean settled() {
        return Stream.of(view(page.get()), status, rows)
                .noneMatch(view -> view.state().getValue() instanceof ViewState.Loading);
    }

    /// Why the open view shows no figures; empty where it does, or where there are none.
    Optional<Notice> failure() {
        return view(page.get()).state().getValue() instanceof ViewState.Failed(var words)
                ? Optional.of(words)
                : Optional.empty();
    }

    /// Reads the open view and the state anew; a reading that is under way is left to finish.
    void refresh() {
        view(page.get()).refresh();
        status.refresh();
        rows.refresh();
    }
}
