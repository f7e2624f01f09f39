package dev.gravitas.diagnostics;

import dev.gravitas.model.SchemaVersion;
import org.jspecify.annotations.Nullable;

/// What runs here.
///
/// @param product version of the console
/// @param build see [BuildId], null for one that was not packaged
/// @param java runtime with its version and maker
/// @param javafx null where its jars are not there
/// @param system operating system, its version and processor
/// @param processors that this process may use
/// @param heapBytes that it may use at most
/// @param postgres the server's version, null while it has not answered
/// @param schema null while the database has not answered
public record Versions(String product, @Nullable String build, String java, @Nullable String javafx, String system,
        int processors, long heapBytes, @Nullable String postgres, @Nullable SchemaVersion schema) {
    private static final String NOT_REACHED = "not reached";

    /// A line for each.
    public String text() {
        return line("Gravitas Console", product)
                + line("Build", build == null ? "development" : build)
                + line("Java", java)
                + line("JavaFX", javafx == null ? "none" : javafx)
                + line("PostgreSQL", postgres == null ? NOT_REACHED : postgres)
                + line("Tables", schema == null
                        ? NOT_REACHED
                        : "version " + schema.stored() + ", this program knows " + schema.known())
                + line("System", system)
                + line("Processors", String.valueOf(processors))
                + line("Heap", "at most " + heapBytes + " bytes");
    }

    private static String line(String name, String value) {
        return "%-18s%s\n".formatted(name, value);
    }
}
