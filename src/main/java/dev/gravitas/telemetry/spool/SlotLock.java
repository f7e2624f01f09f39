package dev.gravitas.telemetry.spool;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/// The right to use one spool file. The operating system takes it back when the process ends, however it ends.
///
/// Held as SQLite's own lock on an empty file, because that also keeps loggers of one process apart: a plain file lock of
/// Java is lost as soon as anything else in the process closes the same file.
final class SlotLock implements AutoCloseable {
    private final Connection connection;

    private SlotLock(Connection connection) {
        this.connection = connection;
    }

    /// @return empty at once when somebody has it
    /// @throws SQLException when the file cannot be used at all
    static Optional<SlotLock> tryTake(Path file) throws SQLException {
        var connection = Sqlite.openPlain(file);
        try {
            SpoolSchema.run(connection, "BEGIN EXCLUSIVE");
            return Optional.of(new SlotLock(connection));
        } catch (SQLException e) {
            connection.close();
            if (Sqlite.isBusy(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
