package dev.gravitas.store.postgres;

import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.VramRecord.Line;
import dev.gravitas.model.VramRecord.Load;
import dev.gravitas.model.VramRecord.Lockout;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Asks what is stored of GPUs' memory: of a few hours from the rows, of more from the rollups and the few rows that they point
/// to. Thread-safe.
final class VramQuestion {
    /// Older rows are not kept.
    private static final Duration LOOK_BACK = Duration.ofDays(60);
    /// Some twenty GPUs write as many in the longest span that is read row by row. Only other programs write more.
    private static final long MOST_ROWS = 10_000;

    private final ConnectionPool pool;

    VramQuestion(ConnectionPool pool) {
        this.pool = pool;
    }

    VramRecord read(TimeWindow window) throws StoreException {
        return pool.snapshot("What is stored of the GPUs' memory could not be read",
                connection -> new VramRecord(window, lines(connection, SliceSpan.of(window)),
                        lockouts(connection, window), loads(connection, window)));
    }

    private static List<Line> lines(Connection connection, SliceSpan span) throws SQLException {
        Map<String, @Nullable Object> values = span(span.from(), span.to());
        values.put("width", span.width().toString());
        values.put("longest", VramRecord.LONGEST_BETWEEN_ROWS.toString());
        var slices = ask(connection, Sql.VRAM_SLICES, values, VramRows::slice);
        if (span.brief() && slices.stream().mapToLong(of -> of.slice().rows()).sum() <= MOST_ROWS) {
            slices = ask(connection, Sql.VRAM_ROWS, values, VramRows::row);
        }
        var gpus = ask(connection, Sql.VRAM_GPUS, values, VramRows::gpu).stream()
                .collect(Collectors.toMap(VramRows.Gpu::key, gpu -> gpu));
        Map<VramRows.Key, List<VramRecord.Slice>> byGpu = slices.stream()
                .collect(Collectors.groupingBy(VramRows.SliceOf::key, LinkedHashMap::new,
                        Collectors.mapping(VramRows.SliceOf::slice, Collectors.toList())));
        return byGpu.entrySet().stream().map(line -> VramRows.line(gpus.get(line.getKey()), line)).toList();
    }

    private static List<Lockout> lockouts(Connection connection, TimeWindow window) throws SQLException {
        var bounds = BucketSpan.of(window);
        var beginnings = ask(connection, Sql.VRAM_LOCKOUTS, span(bounds.from().minus(LOOK_BACK), bounds.to()),
                VramRows::lockout);
        if (beginnings.isEmpty()) {
            return List.of();
        }
        var ends = ask(connection, Sql.VRAM_LOCKOUT_ENDS, span(beginnings.getLast().told(), bounds.to()),
                VramRows::lockoutEnd);
        return Lockouts.of(beginnings, ends, window);
    }

    List<Load> loads(TimeWindow window) throws StoreException {
        return pool.use("The loads of models could not be read", connection -> loads(connection, window));
    }

    private static List<Load> loads(Connection connection, TimeWindow window) throws SQLException {
        var bounds = BucketSpan.of(window);
        return ask(connection, Sql.VRAM_LOADS, span(bounds.from(), bounds.to()), VramRows::load).reversed();
    }

    private static Map<String, @Nullable Object> span(Instant from, Instant to) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("from", Rows.bindable(from));
        values.put("to", Rows.bindable(to));
        return values;
    }

    private static <T> List<T> ask(Connection connection, Sql question, Map<String, @Nullable Object> values,
            Rows.Row<T> row) throws SQLException {
        return Rows.read(connection, question, statement -> question.bind(statement, values), row);
    }
}
