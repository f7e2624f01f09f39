package dev.gravitas.ui.shell;

import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.explain.Scope;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.ViewState;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which view is open, and the beat that keeps it and the state of the console fresh. FX thread only.
final class ShellViewModel {
    private final Map<Page, PageViews> views;
    private final LiveView<StatusScreen> status;
    private final LiveView<RowsScreen> rows;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.OVERVIEW);

    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final boolean demo;

    ShellViewModel(Map<Page, PageViews> views, Supplier<ConsoleStatus> source, TelemetryQueries queries,
            Strings strings, LiveView.Tools tools) {
        this.views = Map.copyOf(views);
        this.demo = source.get().demo();
        var presenter = new StatusPresenter(tools.formats(), strings);
        this.status = new LiveView<>(() -> () -> presenter.present(source.get()), tools);
        var words = new ExplanationWords(tools.formats(), strings);
        this.rows = new LiveView<>(() -> () -> rows(queries.storedRows().total(), words, tools.clock().instant()),
                tools);
        tools.formats().zone().subscribe((_, _) -> tellAgain());
        page.subscribe((_, now) -> views(now).all().forEach(LiveView::refresh));
    }

    private static RowsScreen rows(long stored, ExplanationWords words, Instant now) {
        var shown = words.text("status.events", words.formats().count(stored));
        return new RowsScreen(shown,
                new Scope(words.text("explain.source.store"), words.text("explain.host.all"), "", words.readStored(now))
                        .of(words.text("overview.key.rows"), shown, words.text("explain.formula.rows"),
                                words.text("explain.count.rows", words.formats().count(stored))));
    }

    /// Whether nothing that is shown is real.
    boolean demo() {
        return demo;
    }

    ObjectProperty<Page> page() {
        return page;
    }

    /// Whether figures stand still until the operator asks for fresh ones. The state of the console is told all the same.
    BooleanProperty paused() {
        return paused;
    }

    LiveView<StatusScreen> status() {
        return status;
    }

    LiveView<RowsScreen> rows() {
        return rows;
    }

    private PageViews views(Page of) {
        var views = this.views.get(of);
        if (views == null) {
            throw new IllegalArgumentException("No view model for " + of);
        }
        return views;
    }

    /// Whether nothing is on its way for the first time any more.
    boolean settled() {
        return Stream.concat(views(page.get()).all(), Stream.of(status, rows)).allMatch(LiveView::settled);
    }

    /// Why the open view shows no figures, or not all; empty where it does, or where there are none.
    Optional<Notice> failure() {
        return views(page.get()).all()
                .map(view -> view.state().getValue())
                .flatMap(state -> state instanceof ViewState.Failed(var words) ? Stream.of(words) : Stream.empty())
                .findFirst();
    }

    /// Reads anew what changes by the second, and looks whether what is being read takes too long.
    void refreshLive() {
        views(page.get()).all().forEach(LiveView::watch);
        var live = views(page.get()).live();
        if (live != null && !paused.get()) {
            live.refresh();
        }
    }

    /// What is due by the beat: the open view, unless paused, and the state.
    void beat() {
        if (paused.get()) {
            status.refresh();
        } else {
            refresh();
        }
    }

    /// All that is shown was written in another zone.
    private void tellAgain() {
        views(page.get()).all().forEach(LiveView::refreshAgain);
        status.refreshAgain();
    }

    /// Reads the open view and the state anew; a reading that is under way is left to finish.
    void refresh() {
        views(page.get()).all().forEach(LiveView::refresh);
        status.refresh();
        rows.refresh();
    }
}
