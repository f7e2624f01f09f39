package dev.gravitas.diagnostics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The licences of all parts, which the build writes down from what their makers declare.
public final class Licences {
    private static final String FILE = "parts.txt";

    /// In the order of the parts' names; blocks.
    ///
    /// @throws IOException where this build has no list, or a damaged one
    public List<Licence> read() throws IOException {
        try (var in = Licences.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IOException("This build has no list of licences.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(Licences::licence)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IOException("The list of licences is damaged.", e);
        }
    }

    private static Licence licence(String[] fields) {
        if (fields.length != 4) {
            throw new IllegalArgumentException("not four fields: " + String.join("|", fields));
        }
        return new Licence(fields[0].strip(), fields[1].strip(), fields[2].strip(), fields[3].strip());
    }
}
