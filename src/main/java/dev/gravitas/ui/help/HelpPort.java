package dev.gravitas.ui.help;

import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.Diagnostics.Progress;
import dev.gravitas.diagnostics.Licence;
import dev.gravitas.diagnostics.Versions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// What the window needs to help. All but the two folders blocks; called on background threads.
public interface HelpPort {
    /// Reads what explains this console, without anything secret.
    ///
    /// @return empty when it was cancelled
    Optional<List<BundleEntry>> collect(Consumer<Progress> progress, BooleanSupplier cancelled) throws IOException;

    Versions versions() throws IOException;

    List<Licence> licences() throws IOException;

    Path dataFolder();

    Path logs();

    /// Shows a folder in the program that this system has for it.
    ///
    /// @throws IOException with a sentence for the operator where there is none, or it cannot do it
    void show(Path folder) throws IOException;
}
