package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.demo.Scenario;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// The file that makes a data folder that of a demo: every process on it plays the same scenario and says so.
record DemoMark(DataFolder folder) {
    void write(Scenario scenario) throws IOException {
        new OwnerOnlyFile(folder.demoMark())
                .write("seed=" + scenario.seed() + "\nstarted=" + scenario.start() + "\n");
    }

    /// Empty for a folder in which things are real.
    ///
    /// @throws UncheckedIOException for a mark that cannot be read: then nothing may be taken for real
    Optional<Scenario> scenario() {
        try {
            var text = new OwnerOnlyFile(folder.demoMark()).read();
            return text.isEmpty() ? Optional.empty() : Optional.of(parse(text.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Scenario parse(String text) throws IOException {
        var values = new Properties();
        values.load(new StringReader(text));
        try {
            return new Scenario(Long.parseLong(values.getProperty("seed", "")),
                    Instant.parse(values.getProperty("started", "")));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IOException(folder.demoMark() + " cannot be understood", e);
        }
    }
}
