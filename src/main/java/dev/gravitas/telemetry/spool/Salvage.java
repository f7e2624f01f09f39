package dev.gravitas.telemetry.spool;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;

/// Brings everything that is whole in a broken spool file into a new one. It looks for sealed records byte by byte, so it
/// needs no structure of the file; SQLite's own order in the new file puts them in place. Needs little memory, whatever
/// the size of the file.
final class Salvage {
    private static final String REASON = "Refused earlier; the reason was lost with the damaged file.";
    private static final int COMMIT_EVERY = 10_000;

    private final PageImages images;
    private final Connection target;
    private @Nullable SpoolMark newest;
    private int uncommitted;

    private Salvage(PageImages images, Connection target) {
        this.images = images;
        this.target = target;
    }

    /// @param target a file that is not there yet; whole when this returns
    /// @return events that are known to be missing
    static long rescue(Path damaged, Path log, Path target) throws IOException, SQLException {
        try (var images = new PageImages(damaged, log); var connection = Sqlite.open(target)) {
            SpoolSchema.make(connection);
            return new Salvage(images, connection).run();
        }
    }

    private long run() throws IOException, SQLException {
        SpoolSchema.run(target, "BEGIN");
        images.visit(this::search);
        long lost = settle();
        SpoolSchema.run(target, "COMMIT");
        return lost;
    }

    private void search(byte[] page) throws IOException, SQLException {
        Sealed.<SQLException>search(page,
                (at, length, here) -> keep(here != null ? here : openOverflow(page, at, length)));
    }

    // Of a long record the newest pages may be damaged while older ones are whole.
    private @Nullable Sealed openOverflow(byte[] page, int at, int length) throws IOException {
        var fromNewest = Sealed.open(Overflow.collect(page, at, length, images::newest), 0);
        return fromNewest != null ? fromNewest : Sealed.open(Overflow.collect(page, at, length, images::inMain), 0);
    }

    private void keep(@Nullable Sealed found) throws SQLException {
        if (found == null) {
            return;
        }
        try {
            switch (found.kind()) {
                case Sealed.EVENT -> event(SpoolRecord.read(found.body()));
                case Sealed.SET_ASIDE -> SpoolSchema.keepAside(target, REASON, SpoolRecord.read(found.body()));
                case Sealed.MARK -> mark(SpoolMark.read(found.body()));
                default -> {
                    // A kind of a newer program.
                }
            }
        } catch (BufferUnderflowException | DateTimeException e) {
            // Sealed by something else than a spool.
        }
    }

    private void event(SpoolRecord event) throws SQLException {
        SpoolSchema.keep(target, event);
        if (++uncommitted >= COMMIT_EVERY) {
            uncommitted = 0;
            SpoolSchema.run(target, "COMMIT");
            SpoolSchema.run(target, "BEGIN");
        }
    }

    private void mark(SpoolMark mark) {
        boolean newer = newest == null || mark.last() > newest.last()
                || mark.last() == newest.last() && mark.removed() > newest.removed();
        if (newer && mark.version() == SpoolSchema.VERSION) {
            newest = mark;
        }
    }

    /// Takes out what had left the file and was still to be seen in it, and counts.
    private long settle() throws SQLException {
        long first = SpoolSchema.one(target, "SELECT coalesce(min(seq), 1) FROM event");
        long removed = newest == null ? first - 1 : newest.removed();
        SpoolSchema.run(target, "DELETE FROM event WHERE seq <= " + removed);
        long count = SpoolSchema.one(target, "SELECT count(*) FROM event");
        long last = SpoolSchema.one(target, "SELECT coalesce(max(seq), 0) FROM event");
        if (newest != null) {
            last = Math.max(last, newest.last());
        }
        SpoolSchema.write(target, new SpoolMark(SpoolSchema.VERSION, removed, Math.max(last, removed), count));
        return missing(removed, last, count);
    }

    // Places that were empty before the damage are none that it has cost.
    private long missing(long removed, long last, long count) {
        long holes = newest == null ? 0 : newest.last() - newest.removed() - newest.count();
        return Math.max(0, last - removed - count - holes);
    }
}
