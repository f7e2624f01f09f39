package dev.gravitas.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Asks a server whether it keeps what it has committed, as this very login sees it: a role or a database can carry its
/// own weaker setting.
public final class DurabilityCheck {
    private static final String SETTINGS = """
            SELECT current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit'),
                   current_setting('data_checksums')""";

    private DurabilityCheck() {
    }

    /// What was found; each entry is one plain sentence.
    ///
    /// @param faults settings that can lose committed rows: nothing may be acknowledged
    /// @param warnings settings that only make damage harder to notice
    public record Findings(List<String> faults, List<String> warnings) {
        public Findings {
            faults = List.copyOf(faults);
            warnings = List.copyOf(warnings);
        }
    }

    /// @throws SQLException when the server does not answer
    public static Findings ask(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTINGS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            List<String> faults = new ArrayList<>();
            addUnlessOn(faults, "fsync", row.getString(1));
            addUnlessOn(faults, "full_page_writes", row.getString(2));
            String commit = row.getString(3);
            // The other strong values wait for standby servers on top of the local disk.
            if (!commit.equals("local") && !commit.startsWith("remote_")) {
                addUnlessOn(faults, "synchronous_commit", commit);
            }
            return new Findings(faults, checksumWarnings(row.getString(4)));
        }
    }

    private static void addUnlessOn(List<String> faults, String setting, String value) {
        if (!value.equals("on")) {
            faults.add("The database setting " + setting + " is " + value
                    + ", so committed rows can be lost: switch it on.");
        }
    }

    private static List<String> checksumWarnings(String value) {
        return value.equals("on")
                ? List.of()
                : List.of("Data checksums are off, so damage by a faulty disk can go unnoticed.");
    }
}
