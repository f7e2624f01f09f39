package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.PresentSettings;
import dev.gravitas.config.Setting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must not be told of this machine, its operator and its database, each with the word that stands for it. Blocks on
/// the disk and on the name of the machine.
record KnownSecrets(DataFolder folder, PresentSettings settings) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSecrets.class);

    Map<String, String> find() {
        var known = new LinkedHashMap<String, String>();
        secrets().forEach(secret -> known.put(secret, "secret"));
        known.put(folder.root().toString(), "data");
        known.put(System.getProperty("user.home"), "home");
        known.put(System.getProperty("user.name"), "user");
        hostNames().forEach(name -> known.put(name, "host"));
        label().ifPresent(label -> known.put(label, "host.label"));
        for (var present : settings.settings()) {
            if (present.text() != null && present.setting().isSensitive()) {
                known.putIfAbsent(present.text(), present.setting().key());
            }
        }
        return known;
    }

    /// Tokens and passwords, wherever this console keeps them.
    private List<String> secrets() {
        var found = new ArrayList<String>();
        for (var file : List.of(folder.endpointToken(), folder.postgresPasswords())) {
            lines(file).forEach(line -> found.add(line.substring(line.indexOf('=') + 1)));
        }
        for (var setting : List.of(Setting.DATABASE_PASSWORD_FILE, Setting.DATABASE_READER_PASSWORD_FILE,
                Setting.DATABASE_WRITER_PASSWORD_FILE)) {
            named(setting).ifPresent(file -> lines(file).stream().findFirst().ifPresent(found::add));
        }
        found.removeIf(String::isBlank);
        return found;
    }

    private Optional<Path> named(Setting setting) {
        try {
            return settings.settings()
                    .stream()
                    .filter(present -> present.setting() == setting && present.text() != null)
                    .findFirst()
                    .map(present -> folder.root().resolve(String.valueOf(present.text())));
        } catch (InvalidPathException noFile) {
            return Optional.empty();
        }
    }

    private static List<String> lines(Path file) {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            // What looks like a secret goes without being known, too.
            LOG.warn("A file of secrets cannot be read, so it is not known what they are: {}", e.toString());
            return List.of();
        }
    }

    private List<String> hostNames() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            return List.of(name, name.replaceFirst("\\..*", ""));
        } catch (UnknownHostException nameless) {
            return List.of();
        }
    }

    private Optional<String> label() {
        try {
            return new HostLabel(folder.hostLabel()).kept();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
