package dev.gravitas.telemetry.spool;

import java.sql.Connection;
import java.sql.SQLException;

/// The tables of a spool file, and what says that they are ours and whole.
final class SpoolSchema {
    static final int VERSION = 1;
    /// `GRVS`, so that a file of another program is not taken for a spool.
    static final int APPLICATION = 'G' << 24 | 'R' << 16 | 'V' << 8 | 'S';

    private static final String[] TABLES = {"BEGIN IMMEDIATE", "PRAGMA application_id = " + APPLICATION,
            "PRAGMA user_version = " + VERSION,
            "CREATE TABLE event (seq INTEGER PRIMARY KEY, record BLOB NOT NULL)",
            "CREATE TABLE set_aside (seq INTEGER PRIMARY KEY, reason TEXT NOT NULL, record BLOB NOT NULL)",
            "CREATE TABLE mark (id INTEGER PRIMARY KEY CHECK (id = 1), record BLOB NOT NULL)"};

    private SpoolSchema() {
    }

    /// Makes the tables in an empty file.
    static void make(Connection connection) throws SQLException {
        if (one(connection, "SELECT count(*) FROM sqlite_schema") > 0) {
            return;
        }
        for (var statement : TABLES) {
            run(connection, statement);
        }
        write(connection, SpoolMark.start(VERSION));
        run(connection, "COMMIT");
    }

    /// @return what the file must hold
    /// @throws DamagedException when it is not ours or not whole
    static SpoolMark check(Connection connection) throws SQLException, DamagedException {
        if (one(connection, "PRAGMA application_id") != APPLICATION
                || one(connection, "PRAGMA user_version") != VERSION) {
            throw new DamagedException("The file is no spool.", null);
        }
        try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (!row.next() || !"ok".equals(row.getString(1))) {
                throw new DamagedException("The file's structure is broken.", null);
            }
        }
        var mark = mark(connection);
        if (mark.version() != VERSION) {
            throw new DamagedException("The file contradicts itself about its version.", null);
        }
        return mark;
    }

    private static SpoolMark mark(Connection connection) throws SQLException, DamagedException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT record FROM mark")) {
            var sealed = row.next() ? Sealed.open(row.getBytes(1), 0) : null;
            if (sealed == null || sealed.kind() != Sealed.MARK) {
                throw new DamagedException("The file's mark is broken.", null);
            }
            return SpoolMark.read(sealed.body());
        }
    }

    static void write(Connection connection, SpoolMark mark) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT OR REPLACE INTO mark (id, record) VALUES (1, ?)")) {
            statement.setBytes(1, mark.bytes());
            statement.executeUpdate();
        }
    }

    static void keep(Connection connection, SpoolRecord event) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT OR REPLACE INTO event (seq, record) VALUES (?, ?)")) {
            statement.setLong(1, event.seq());
            statement.setBytes(2, event.bytes());
            statement.executeUpdate();
        }
    }

    static void keepAside(Connection connection, String reason, SpoolRecord refused) throws SQLException {
        try (var statement = connection
                .prepareStatement("INSERT OR REPLACE INTO set_aside (seq, reason, record) VALUES (?, ?, ?)")) {
            statement.setLong(1, refused.seq());
            statement.setString(2, reason);
            statement.setBytes(3, refused.bytes(Sealed.SET_ASIDE));
            statement.executeUpdate();
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
