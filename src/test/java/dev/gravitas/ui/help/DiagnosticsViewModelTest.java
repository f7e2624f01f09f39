package dev.gravitas.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.testing.SampleHelp;
import dev.gravitas.ui.fx.Failures;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

class DiagnosticsViewModelTest {
    private static final Strings STRINGS = new Strings(Locale.ENGLISH);

    @TempDir
    private Path folder;
    private final DiagnosticsViewModel model = new DiagnosticsViewModel(new SampleHelp(),
            new LiveView.Tools(Runnable::run, new FxBridge(Runnable::run),
                    Clock.fixed(Instant.parse("2026-11-23T22:30:05Z"), ZoneOffset.UTC),
                    new Failures(() -> {
                        throw new AssertionError("status");
                    }, STRINGS), new Formats(Locale.ENGLISH)),
            STRINGS);

    @Test
    void savesWhatIsTickedAndKeepsSayingWhere() throws IOException {
        model.read();
        model.lines().get(1).chosen().set(false);
        var file = folder.resolve(model.fileName());
        model.save(file);
        try (var zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("versions.txt", "status.json",
                    "logs/gravitas.log");
        }
        assertThat(result().kind()).isEqualTo(BundleResult.Kind.OK);
        assertThat(result().text()).isEqualTo("Saved: " + file);
        model.read();
        assertThat(result().text()).isEqualTo("Saved: " + file);
        model.dismiss();
        assertThat(model.result().get()).isEmpty();
    }

    @Test
    void replacesAFileOnlyAfterAYes() throws IOException {
        model.read();
        var file = folder.resolve("mine.zip");
        Files.writeString(file, "mine");
        model.save(file);
        assertThat(file).hasContent("mine");
        assertThat(result().text()).contains("is there already");
        result().replace().orElseThrow().run();
        assertThat(result().kind()).isEqualTo(BundleResult.Kind.OK);
        new ZipFile(file.toFile()).close();
    }

    @Test
    void saysWhyNothingCouldBeSaved() {
        model.read();
        model.save(folder.resolve("no such folder").resolve("x.zip"));
        assertThat(result().kind()).isEqualTo(BundleResult.Kind.DANGER);
        assertThat(result().text()).startsWith("Nothing was saved");
        assertThat(folder).isEmptyDirectory();
    }

    private BundleResult result() {
        return model.result().get().orElseThrow();
    }
}
