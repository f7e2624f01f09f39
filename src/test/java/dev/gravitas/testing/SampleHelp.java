package dev.gravitas.testing;

import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.Diagnostics.Progress;
import dev.gravitas.diagnostics.Licence;
import dev.gravitas.diagnostics.Versions;
import dev.gravitas.model.SchemaVersion;
import dev.gravitas.ui.help.HelpPort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Help of a made-up console, on a desktop that opens no folder.
public final class SampleHelp implements HelpPort {
    private final boolean holding;

    public SampleHelp() {
        this(false);
    }

    /// @param holding whether reading stops in its middle until it is cancelled
    public SampleHelp(boolean holding) {
        this.holding = holding;
    }

    @Override
    public Optional<List<BundleEntry>> collect(Consumer<Progress> progress, BooleanSupplier cancelled) {
        progress.accept(new Progress(1, 4, "settings.txt"));
        while (holding && !cancelled.getAsBoolean()) {
            Thread.onSpinWait();
        }
        if (cancelled.getAsBoolean()) {
            return Optional.empty();
        }
        var log = IntStream.range(0, 400)
                .mapToObj(line -> "2026-11-23T22:30:05.000Z INFO  [main] d.g.app.Console - line " + line + "\n")
                .collect(Collectors.joining());
        return Optional.of(List.of(new BundleEntry("versions.txt", "Gravitas Console  0.1.0\nJava              25\n"),
                new BundleEntry("settings.txt", "database.host = <not shown> (file)\n"),
                new BundleEntry("status.json", "{ }\n"), new BundleEntry("logs/gravitas.log", log)));
    }

    @Override
    public Versions versions() {
        return new Versions("0.1.0", "244ba4bfd2c1", "25.0.3+9-LTS, OpenJDK 64-Bit Server VM, Eclipse Adoptium",
                "26.0.2+3", "Linux 6.18, amd64", 2, 1L << 32, "18.6", new SchemaVersion(3, 3));
    }

    @Override
    public List<Licence> licences() {
        return List.of(new Licence("chartfx-chart", "11.3.1", "LGPLv3", ""),
                new Licence("jetty-server", "12.1.14", "Apache-2.0; EPL-2.0", ""),
                new Licence("jna", "5.19.1", "Apache-2.0; LGPL-2.1-or-later", ""));
    }

    @Override
    public Path dataFolder() {
        return Path.of("/home/ada/.local/share/gravitas");
    }

    @Override
    public Path logs() {
        return dataFolder().resolve("logs");
    }

    @Override
    public void show(Path folder) throws IOException {
        throw new IOException("This system has no xdg-open, which opens folders.");
    }
}
