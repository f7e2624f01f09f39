package dev.gravitas.store.postgres;

import dev.gravitas.model.Footprint;
import dev.gravitas.model.Footprint.Table;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/// Asks what the telemetry takes. Nearly all of the time goes to looking up the sizes of more than a thousand files, so
/// one half of them is asked for on a second session meanwhile. Thread-safe.
final class FootprintQuestion {
    private static final String WHAT = "The footprint could not be read";

    private final ConnectionPool pool;
    private final Clock clock;
    private final ThreadFactory threads;

    FootprintQuestion(ConnectionPool pool, Clock clock, ThreadFactory threads) {
        this.pool = pool;
        this.clock = clock;
        this.threads = threads;
    }

    /// Takes some milliseconds.
    Footprint read() throws StoreException {
        var sizes = new FutureTask<>(() -> ask(Sql.FOOTPRINT_SIZES, FootprintQuestion::sizes).getFirst());
        threads.newThread(sizes).start();
        try {
            return footprint(ask(Sql.FOOTPRINT, FootprintQuestion::found), answer(sizes));
        } finally {
            sizes.cancel(true);
        }
    }

    private <T> List<T> ask(Sql question, Rows.Row<T> row) throws StoreException {
        return pool.use(WHAT, connection -> Rows.read(connection, question, Rows.NO_PARAMETERS, row));
    }

    private Footprint footprint(List<Found> found, Sizes sizes) {
        var telemetry = found.getFirst();
        List<Table> tables = new ArrayList<>(found.stream().map(Found::table).toList());
        tables.set(0, telemetry.table().withIndexes(sizes.indexBytes()));
        return new Footprint(tables, sizes.databaseBytes(), telemetry.oldest(), telemetry.newest(), clock.instant());
    }

    private static Found found(ResultSet row) throws SQLException {
        var name = row.getString("name");
        var rows = row.getObject("rows", Long.class);
        long bytes = row.getLong("size_bytes");
        long indexBytes = row.getLong("index_bytes");
        var table = row.getBoolean("counted")
                ? Table.counted(name, rows, bytes, indexBytes)
                : Table.estimated(name, rows, bytes, indexBytes);
        return new Found(table, Rows.instant(row, "oldest"), Rows.instant(row, "newest"));
    }

    private static Sizes sizes(ResultSet row) throws SQLException {
        return new Sizes(row.getLong("index_bytes"), row.getLong("database_bytes"));
    }

    /// One table. The times are said with the first one, the telemetry table, whose indexes are not in its size yet.
    private record Found(Table table, @Nullable Instant oldest, @Nullable Instant newest) {}

    private record Sizes(long indexBytes, long databaseBytes) {}

    private static <T> T answer(FutureTask<T> task) throws StoreException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException fault) {
                throw fault;
            }
            throw new IllegalStateException(WHAT, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(Kind.UNAVAILABLE, WHAT + ": it was interrupted.", e);
        }
    }
}
