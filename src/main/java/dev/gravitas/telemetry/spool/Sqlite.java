package dev.gravitas.telemetry.spool;

import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/// Opens SQLite files for this connection alone, and tells what SQLite's faults mean.
final class Sqlite {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOT_A_DATABASE = 26;
    private static final int PRIMARY_CODE = 0xff;
    /// A log that a big commit has made long is cut to this.
    private static final String LOG_BYTES = String.valueOf(8 << 20);

    private Sqlite() {
    }

    /// Every commit is synced before it returns. The file is locked until the connection is closed, against other
    /// processes and other connections of this one.
    static Connection open(Path file) throws SQLException {
        var config = plain();
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setPageSize(PageImages.PAGE_BYTES);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, LOG_BYTES);
        var connection = connect(config, file);
        try (var statement = connection.createStatement()) {
            // macOS: a plain fsync there leaves the bytes in the drive's cache.
            statement.execute("PRAGMA fullfsync = ON");
            statement.execute("PRAGMA checkpoint_fullfsync = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Without any setting that would touch the file.
    static Connection openPlain(Path file) throws SQLException {
        return connect(plain(), file);
    }

    private static SQLiteConfig plain() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(0);
        return config;
    }

    // As a URI, because the driver takes a question mark in a plain name for the start of settings.
    private static Connection connect(SQLiteConfig config, Path file) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file.toUri());
    }

    static boolean isBusy(SQLException fault) {
        int code = fault.getErrorCode() & PRIMARY_CODE;
        return code == BUSY || code == LOCKED;
    }

    static boolean isDamage(SQLException fault) {
        int code = fault.getErrorCode() & PRIMARY_CODE;
        return code == CORRUPT || code == NOT_A_DATABASE;
    }

    static boolean isFull(SQLException fault) {
        return (fault.getErrorCode() & PRIMARY_CODE) == FULL;
    }
}
