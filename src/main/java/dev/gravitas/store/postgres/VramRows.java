package dev.gravitas.store.postgres;

import dev.gravitas.model.GpuIdentity.Part;
import dev.gravitas.model.LockoutEnd;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.VramRecord.Line;
import dev.gravitas.model.VramRecord.Load;
import dev.gravitas.model.VramRecord.Low;
import dev.gravitas.model.VramRecord.Slice;
import dev.gravitas.model.VramRecord.TopHolder;
import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns rows about GPUs' memory into records. What cannot be so, a size below zero say, counts as not told.
final class VramRows {
    /// No machine has more GPUs.
    private static final double MOST_GPUS = 1e6;
    private static final double LONGEST_LOW = VramRecord.LONGEST_BETWEEN_ROWS.toSeconds();

    private VramRows() {
    }

    /// A GPU of a host.
    record Key(String host, String gpu) {}

    record SliceOf(Key key, Slice slice) {}

    /// What the newest row of a GPU says of it.
    record Gpu(Key key, @Nullable String name, @Nullable Integer index, @Nullable Part part,
            @Nullable Double totalMib) {}

    static SliceOf slice(ResultSet row) throws SQLException {
        return new SliceOf(key(row), new Slice(Rows.time(row, "first_seen"), Rows.time(row, "last_seen"),
                size(row, "least_free"), size(row, "last_free"), size(row, "most_used"), row.getLong("rows")));
    }

    /// Of one row, which may tell when the least was free.
    static SliceOf row(ResultSet row) throws SQLException {
        var slice = slice(row).slice();
        return new SliceOf(key(row), new Slice(slice.from(), slice.to(), slice.leastFreeMib(), slice.lastFreeMib(),
                slice.mostUsedMib(), slice.rows(), low(row, slice.to())));
    }

    private static @Nullable Low low(ResultSet row, Instant at) throws SQLException {
        var began = size(row, "low_began");
        var ended = size(row, "low_ended");
        return began == null || ended == null || ended > began || began > LONGEST_LOW
                ? null
                : new Low(before(at, began), before(at, ended));
    }

    private static Instant before(Instant at, double seconds) {
        return at.minusMillis(Math.round(seconds * 1_000));
    }

    static Gpu gpu(ResultSet row) throws SQLException {
        return new Gpu(key(row), row.getString("name"), index(size(row, "gpu_index")), part(row),
                size(row, "total"));
    }

    private static @Nullable Part part(ResultSet row) throws SQLException {
        var whole = row.getString("part_of");
        var instance = index(size(row, "gpu_instance"));
        var compute = index(size(row, "compute_instance"));
        return whole == null || instance == null || compute == null ? null : new Part(whole, 0, instance, compute);
    }

    private static @Nullable Integer index(@Nullable Double told) {
        return told == null || told > MOST_GPUS || told != Math.rint(told) ? null : told.intValue();
    }

    static Line line(@Nullable Gpu gpu, Map.Entry<Key, List<Slice>> line) {
        var key = line.getKey();
        return gpu == null
                ? new Line(key.host(), key.gpu(), null, null, null, null, line.getValue())
                : new Line(key.host(), key.gpu(), gpu.name(), gpu.index(), gpu.part(), gpu.totalMib(), line.getValue());
    }

    static LockoutRow lockout(ResultSet row) throws SQLException {
        return new LockoutRow(row.getString("host"), row.getString("gpu"), Rows.time(row, "told"),
                row.getString("episode"), size(row, "free"), size(row, "threshold"), holders(row));
    }

    private static List<TopHolder> holders(ResultSet row) throws SQLException {
        if (row.getArray("pids") == null) {
            return List.of();
        }
        var pids = (Long[]) row.getArray("pids").getArray();
        var programs = (@Nullable String[]) row.getArray("programs").getArray();
        var models = (@Nullable String[]) row.getArray("models").getArray();
        var sizes = (@Nullable Double[]) row.getArray("sizes").getArray();
        List<TopHolder> holders = new ArrayList<>();
        for (int i = 0; i < pids.length; i++) {
            holders.add(new TopHolder(pids[i], programs[i], models[i], sizes[i]));
        }
        return holders;
    }

    static LockoutEndRow lockoutEnd(ResultSet row) throws SQLException {
        return new LockoutEndRow(row.getString("host"), row.getString("gpu"), Rows.time(row, "told"),
                size(row, "seconds"), row.getString("episode"), row.getString("began"), size(row, "lowest_free"),
                LockoutEnd.of(row.getString("ended_by")));
    }

    static Load load(ResultSet row) throws SQLException {
        return new Load(row.getString("host"), row.getString("model"), Rows.time(row, "ended"),
                row.getDouble("seconds"));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getString("host"), row.getString("gpu"));
    }

    private static @Nullable Double size(ResultSet row, String column) throws SQLException {
        double size = row.getDouble(column);
        return row.wasNull() || size < 0 ? null : size;
    }
}
