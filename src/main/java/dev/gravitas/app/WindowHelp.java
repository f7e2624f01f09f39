package dev.gravitas.app;

import dev.gravitas.cli.Backstage;
import dev.gravitas.cli.StatusQuestion;
import dev.gravitas.config.DataFolder;
import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.Diagnostics.Progress;
import dev.gravitas.diagnostics.Licence;
import dev.gravitas.diagnostics.Licences;
import dev.gravitas.diagnostics.Versions;
import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.store.Database;
import dev.gravitas.ui.help.HelpPort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What the window tells of its own process and data folder.
///
/// @param environment of this process, which may hold settings
/// @param recorder who records now; asked on background threads
record WindowHelp(DataFolder folder, Map<String, String> environment, Database database, GpuBoard gpus,
        Backstage backstage, RecorderQuestion recorder) implements HelpPort {

    /// Finds out who records. A process that holds the lock itself must not ask the lock.
    @FunctionalInterface
    interface RecorderQuestion {
        Optional<Backstage.Recorder> ask() throws IOException;
    }

    @Override
    public Optional<List<BundleEntry>> collect(Consumer<Progress> progress, BooleanSupplier cancelled)
            throws IOException {
        var status = new StatusQuestion(backstage, folder, recorder.ask());
        return new DiagnosticParts(folder, environment, () -> database, status, gpus::status).diagnostics()
                .collect(progress, cancelled);
    }

    @Override
    public Versions versions() throws IOException {
        return new InstalledVersions(() -> database).read();
    }

    @Override
    public List<Licence> licences() throws IOException {
        return new Licences().read();
    }

    @Override
    public Path dataFolder() {
        return folder.root();
    }

    @Override
    public Path logs() {
        return folder.logs();
    }

    @Override
    public void show(Path shown) throws IOException {
        FolderOpener.ofSystem(System.getProperty("os.name")).open(shown);
    }
}
