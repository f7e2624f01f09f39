package dev.gravitas.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.imports.ImportPort.Outcome;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

class ImportViewModelTest {
    private static final Path FILE = Path.of("requests.csv");

    private final Deque<Runnable> work = new ArrayDeque<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private ImportPort port = (_, _, _, _) -> new Outcome.Finished(3, 0, 0, List.of());
    private final ImportViewModel model = new ImportViewModel(
            (file, days, progress, stop) -> port.importFile(file, days, progress, stop), work::add,
            new FxBridge(Runnable::run), new Formats(Locale.ENGLISH), new Strings(Locale.ENGLISH),
            refreshed::incrementAndGet);

    @Test
    void asksThenRunsThenTellsAndRefreshes() {
        model.offer(List.of(FILE));
        assertThat(model.state().getValue()).isEqualTo(new ImportState.Asking(FILE));
        model.start(59);
        assertThat(model.state().getValue()).isInstanceOf(ImportState.Running.class);
        work.remove().run();
        assertThat(model.state().getValue()).isInstanceOfSatisfying(ImportState.Done.class,
                done -> assertThat(done.kind()).isEqualTo(ImportState.Kind.OK));
        assertThat(refreshed).hasValue(1);
        model.dismiss();
        assertThat(model.state().getValue()).isInstanceOf(ImportState.Idle.class);
    }

    @Test
    void tellsThePortToStopWhenCancelled() {
        port = (_, _, _, stop) -> stop.getAsBoolean() ? new Outcome.Cancelled(5) : new Outcome.Failed("not stopped");
        model.offer(List.of(FILE));
        model.start(1);
        model.dismiss();
        work.remove().run();
        assertThat(model.state().getValue()).isInstanceOfSatisfying(ImportState.Done.class,
                done -> assertThat(done.text()).startsWith("5 rows are stored"));
    }

    @Test
    void asksAboutTheNextFileOnlyWhenTheResultIsPutAway() {
        var second = Path.of("second.csv");
        model.offer(List.of(FILE, second));
        model.start(1);
        work.remove().run();
        assertThat(model.state().getValue()).isInstanceOf(ImportState.Done.class);
        model.dismiss();
        assertThat(model.state().getValue()).isEqualTo(new ImportState.Asking(second));
    }

    @Test
    void listsRefusedRows() {
        port = (_, _, _, _) -> new Outcome.Finished(1, 0, 2, List.of(new ImportPort.BadRow(4, "ttft_s", "is negative"),
                new ImportPort.BadRow(9, "", "has too few fields")));
        model.offer(List.of(FILE));
        model.start(1);
        work.remove().run();
        assertThat(model.state().getValue()).isInstanceOfSatisfying(ImportState.Done.class, done -> {
            assertThat(done.kind()).isEqualTo(ImportState.Kind.WARNING);
            assertThat(done.badRows()).containsExactly("Line 4, ttft_s: is negative", "Line 9: has too few fields");
        });
    }

    @Test
    void survivesAPortThatBreaks() {
        port = (_, _, _, _) -> {
            throw new IllegalStateException("planted");
        };
        model.offer(List.of(FILE));
        model.start(1);
        work.remove().run();
        assertThat(model.state().getValue()).isInstanceOfSatisfying(ImportState.Done.class,
                done -> assertThat(done.kind()).isEqualTo(ImportState.Kind.DANGER));
    }
}
