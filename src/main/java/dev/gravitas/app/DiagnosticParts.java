package dev.gravitas.app;

import dev.gravitas.cli.StatusQuestion;
import dev.gravitas.config.DataFolder;
import dev.gravitas.config.SettingsException;
import dev.gravitas.config.SettingsLoader;
import dev.gravitas.diagnostics.Diagnostics;
import dev.gravitas.diagnostics.FolderListing;
import dev.gravitas.diagnostics.GpuReport;
import dev.gravitas.diagnostics.LogTail;
import dev.gravitas.diagnostics.Part;
import dev.gravitas.diagnostics.Redaction;
import dev.gravitas.diagnostics.SettingsReport;
import dev.gravitas.diagnostics.ThreadDump;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.report.JsonText;
import dev.gravitas.store.StoreException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a bundle of diagnostics is read from, in this process and on this data folder.
///
/// @param environment of this process, which may hold settings
record DiagnosticParts(DataFolder folder, Map<String, String> environment, InstalledVersions.DatabaseSource database,
        StatusQuestion status, GpuSource gpus) {

    /// Reads the GPUs, or tells what was read last.
    @FunctionalInterface
    interface GpuSource {
        GpuStatus read() throws Exception;
    }

    /// @throws IOException when the folder of logs cannot be listed
    Diagnostics diagnostics() throws IOException {
        var settings = new SettingsLoader(folder, environment);
        var parts = new ArrayList<Part>();
        parts.add(Part.of("versions.txt", () -> new InstalledVersions(database).read().text()));
        parts.add(Part.of("settings.txt", () -> new SettingsReport(settings.present()).text()));
        parts.add(new Part("status.json", false, this::statusNow));
        parts.add(Part.of("gpus.txt", this::gpusNow));
        parts.add(Part.of("threads.txt", () -> new ThreadDump().text()));
        parts.add(Part.of("files.txt", () -> new FolderListing(folder.root()).text()));
        logs().forEach(log -> parts.add(new Part("logs/" + log.getFileName(), true, () -> new LogTail(log).text())));
        return new Diagnostics(parts, new Redaction(new KnownSecrets(folder, settings.present()).find()));
    }

    private String gpusNow() throws Exception {
        try {
            return new GpuReport(gpus.read()).text();
        } catch (SettingsException e) {
            // Its message quotes what was mistyped, and that may be a password.
            return "Not read: the settings have " + e.faults().size() + " faults.\n";
        }
    }

    private String statusNow() throws IOException {
        try {
            return JsonText.pretty(status.of(database.get())) + "\n";
        } catch (StoreException e) {
            return JsonText.pretty(status.without(e)) + "\n";
        }
    }

    private List<Path> logs() throws IOException {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder.logs())) {
            try (Stream<Path> files = Files.list(folder.logs())) {
                files.filter(file -> file.toString().endsWith(".log")).sorted().forEach(found::add);
            }
        }
        var server = folder.postgresLog();
        if (Files.exists(server)) {
            found.add(server);
        }
        return found;
    }
}
