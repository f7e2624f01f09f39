package dev.gravitas.telemetry.spool;

import dev.gravitas.store.EventBatch;
import dev.gravitas.telemetry.SpooledBatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// One spool file that is open: a table of events by place, a mark that says which must be there, and the events that the
/// database refused. For one thread at a time. Every change is one transaction, synced on return; one that fails leaves
/// the file as it was.
final class SpoolFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);
    private static final long WORTH_SHRINKING = 16L << 20;

    private final Path path;
    private final Connection connection;
    private SpoolMark mark;
    private long bytes;
    private long setAside;
    private @Nullable Instant oldest;
    private @Nullable UUID newestBatch;

    private SpoolFile(Path path, Connection connection, SpoolMark mark) {
        this.path = path;
        this.connection = connection;
        this.mark = mark;
    }

    /// Opens a file, or makes it, and reads all of it.
    ///
    /// @throws DamagedException when anything is missing or broken
    /// @throws SQLException when it cannot be used just now
    static SpoolFile open(Path path) throws SQLException, DamagedException {
        Connection connection = null;
        try {
            connection = Sqlite.open(path);
            SpoolSchema.make(connection);
            var file = new SpoolFile(path, connection, SpoolSchema.check(connection));
            file.readAll();
            return file;
        } catch (SQLException e) {
            closeQuietly(connection);
            if (Sqlite.isDamage(e)) {
                throw new DamagedException("The file is no whole database.", e);
            }
            throw e;
        } catch (DamagedException | RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static void closeQuietly(@Nullable Connection connection) throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }

    private void readAll() throws SQLException, DamagedException {
        long found = 0;
        try (var statement = connection.prepareStatement("SELECT seq, record FROM event ORDER BY seq");
                var row = statement.executeQuery()) {
            while (row.next()) {
                var seen = read(row);
                found++;
                bytes += row.getBytes(2).length;
                oldest = oldest == null ? seen.event().timestamp() : oldest;
                newestBatch = seen.batch();
            }
        }
        if (found != mark.count()) {
            throw new DamagedException("Of " + mark.count() + " events " + found + " are there.", null);
        }
        setAside = SpoolSchema.one(connection, "SELECT count(*) FROM set_aside");
    }

    private SpoolRecord read(ResultSet row) throws SQLException, DamagedException {
        var seen = SpoolRecord.read(Sealed.EVENT, row.getBytes(2));
        if (seen == null || seen.seq() != row.getLong(1) || seen.seq() <= mark.removed() || seen.seq() > mark.last()) {
            throw new DamagedException("Event " + row.getLong(1) + " is broken.", null);
        }
        return seen;
    }

    long events() {
        return mark.count();
    }

    long bytes() {
        return bytes;
    }

    long setAside() {
        return setAside;
    }

    @Nullable
    Instant oldest() {
        return oldest;
    }

    /// Does nothing for the batch that was put in last: an append that failed may have reached the disk all the same.
    void append(EventBatch batch) throws SQLException {
        if (batch.id().equals(newestBatch)) {
            return;
        }
        bytes += transact(() -> {
            long seq = mark.last();
            long size = 0;
            try (var insert = connection.prepareStatement("INSERT INTO event (seq, record) VALUES (?, ?)")) {
                for (var event : batch.events()) {
                    size += put(insert, new SpoolRecord(++seq, batch.id(), event));
                }
                insert.executeBatch();
            }
            return new Change(mark.appended(batch.events().size()), size);
        });
        oldest = oldest == null ? batch.events().getFirst().timestamp() : oldest;
        newestBatch = batch.id();
    }

    private static long put(PreparedStatement insert, SpoolRecord event) throws SQLException {
        byte[] record = event.bytes();
        insert.setLong(1, event.seq());
        insert.setBytes(2, record);
        insert.addBatch();
        return record.length;
    }

    /// Whole batches from the oldest on, until there are so many events or none are left.
    List<SpooledBatch> peek(int events) throws SQLException, DamagedException {
        var batches = new BatchCollector(events);
        try (var statement = connection.prepareStatement("SELECT seq, record FROM event ORDER BY seq");
                var row = statement.executeQuery()) {
            while (row.next() && batches.take(read(row))) {
                // The collector says when it has enough.
            }
        }
        return batches.whole();
    }

    /// Takes out the events of these places, which are the oldest.
    void remove(long first, long last) throws SQLException {
        bytes -= transact(() -> {
            long size = sizeOf(first, last);
            return new Change(mark.removedTo(last, delete(first, last)), size);
        });
        tidy();
    }

    /// Gives the events of one batch the ids of its halves.
    void split(SpooledBatch batch) throws SQLException, DamagedException {
        var records = records(batch);
        var ids = new ArrayList<UUID>();
        batch.halves().forEach(half -> half.events().forEach(_ -> ids.add(half.id())));
        if (records.size() != ids.size()) {
            throw new DamagedException("A batch has changed under way.", null);
        }
        transact(() -> {
            try (var update = connection.prepareStatement("INSERT OR REPLACE INTO event (seq, record) VALUES (?, ?)")) {
                for (int i = 0; i < records.size(); i++) {
                    put(update, records.get(i).in(ids.get(i)));
                }
                update.executeBatch();
            }
            return new Change(mark, 0);
        });
    }

    /// Moves one event, the oldest, beside the queue.
    void setAside(long seq, String reason) throws SQLException, DamagedException {
        var records = records(seq, seq);
        bytes -= transact(() -> {
            long size = sizeOf(seq, seq);
            for (var refused : records) {
                SpoolSchema.keepAside(connection, reason, refused);
            }
            return new Change(mark.removedTo(seq, delete(seq, seq)), size);
        });
        setAside += records.size();
        tidy();
    }

    private List<SpoolRecord> records(SpooledBatch batch) throws SQLException, DamagedException {
        return records(batch.firstSeq(), batch.lastSeq());
    }

    private List<SpoolRecord> records(long first, long last) throws SQLException, DamagedException {
        var records = new ArrayList<SpoolRecord>();
        try (var statement = between("SELECT seq, record FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq", first,
                last); var row = statement.executeQuery()) {
            while (row.next()) {
                records.add(read(row));
            }
        }
        return records;
    }

    private long sizeOf(long first, long last) throws SQLException {
        try (var statement = between("SELECT coalesce(sum(length(record)), 0) FROM event WHERE seq BETWEEN ? AND ?",
                first, last); var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private int delete(long first, long last) throws SQLException {
        try (var statement = between("DELETE FROM event WHERE seq BETWEEN ? AND ?", first, last)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement between(String sql, long first, long last) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setLong(1, first);
        statement.setLong(2, last);
        return statement;
    }

    /// What comes after a removal. The events are gone by then, so no fault of it may look like a fault of the removal.
    private void tidy() {
        try {
            findOldest();
            if (oldest == null) {
                shrink();
            }
        } catch (SQLException | IOException e) {
            LOG.debug("A spool file could not be tidied", e);
        }
    }

    private void findOldest() throws SQLException {
        oldest = null;
        try (var statement = connection.prepareStatement("SELECT record FROM event ORDER BY seq LIMIT 1");
                var row = statement.executeQuery()) {
            if (row.next()) {
                var first = SpoolRecord.read(Sealed.EVENT, row.getBytes(1));
                oldest = first == null ? null : first.event().timestamp();
            }
        }
    }

    /// Gives the disk back what a long outage took.
    private void shrink() throws SQLException, IOException {
        if (Files.size(path) > WORTH_SHRINKING) {
            SpoolSchema.run(connection, "VACUUM");
            SpoolSchema.run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }

    /// What a transaction has done.
    ///
    /// @param bytes that came or went
    private record Change(SpoolMark mark, long bytes) {}

    private interface Work {
        Change run() throws SQLException;
    }

    private long transact(Work work) throws SQLException {
        SpoolSchema.run(connection, "BEGIN IMMEDIATE");
        try {
            var change = work.run();
            SpoolSchema.write(connection, change.mark());
            SpoolSchema.run(connection, "COMMIT");
            mark = change.mark();
            return change.bytes();
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private void rollBack(Exception reason) {
        try {
            // SQLite has rolled back by itself after some faults, and says so.
            SpoolSchema.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
