package dev.gravitas.telemetry.spool;

import dev.gravitas.model.SpoolStatus.Damage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The spool files that one logger holds: its own, and those that loggers which have ended left behind. For one thread at
/// a time.
final class Slots implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Slots.class);
    private static final int MOST = 64;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Path folder;
    private final Clock clock;
    private final ArrayDeque<Slot> adopted = new ArrayDeque<>();
    private final Set<String> complaints = new HashSet<>();
    private @Nullable Slot own;
    private Damage past = Damage.NONE;
    private long lookedAt;

    Slots(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.lookedAt = System.nanoTime() - LOOK_EVERY.toNanos();
    }

    /// Takes the first free slot for our own and all that is left behind in others.
    void open() {
        for (int number = 1; own == null && number <= MOST; number++) {
            own = tryOpen(SlotPaths.of(folder, number)).orElse(null);
        }
        adopt();
    }

    /// Our own file, opened if that could not be done before.
    SpoolFile own() throws SQLException {
        if (own == null) {
            open();
        }
        if (own == null) {
            throw new SQLException("No spool file can be used in " + folder + ".");
        }
        return own.sound();
    }

    /// The file with the oldest events: what was left behind comes before our own.
    SpoolFile head() throws SQLException {
        return adopted.isEmpty() ? own() : adopted.getFirst().sound();
    }

    /// Takes over what has been left behind since, looking no more often than every other second.
    void adopt() {
        if (System.nanoTime() - lookedAt < LOOK_EVERY.toNanos()) {
            return;
        }
        lookedAt = System.nanoTime();
        try {
            SlotPaths.existing(folder).stream().filter(this::isStrange).forEach(this::adopt);
        } catch (IOException e) {
            complain(folder, e);
        }
    }

    private boolean isStrange(SlotPaths paths) {
        return all().noneMatch(slot -> slot.number() == paths.number());
    }

    private void adopt(SlotPaths paths) {
        tryOpen(paths).ifPresent(slot -> {
            if (slot.file().events() > 0) {
                LOG.info("{} spooled events that another program left behind are taken over.", slot.file().events());
                adopted.add(slot);
            } else {
                leave(slot);
            }
        });
    }

    private Optional<Slot> tryOpen(SlotPaths paths) {
        try {
            return Slot.tryOpen(paths, clock);
        } catch (NewerVersionException e) {
            if (complain(paths.file(), e)) {
                past = past.plus(new Damage(1, 0, paths.bytes()));
            }
        } catch (IOException | SQLException e) {
            complain(paths.file(), e);
        }
        return Optional.empty();
    }

    private boolean complain(Path where, Exception fault) {
        boolean first = complaints.add(where + ": " + fault.getMessage());
        if (first) {
            LOG.warn("A spool file cannot be used: {}: {}", where, fault.getMessage());
        }
        return first;
    }

    /// Gives back a file that has been drained.
    void leaveEmpty() {
        if (!adopted.isEmpty() && adopted.getFirst().file().events() == 0) {
            leave(adopted.removeFirst());
        }
    }

    private void leave(Slot slot) {
        past = past.plus(slot.damage());
        try {
            slot.closeAndTidy();
        } catch (IOException | SQLException e) {
            LOG.warn("A drained spool file could not be removed", e);
        }
    }

    /// After a fault of disk or file: every file is closed and looked through again before its next use.
    void doubt() {
        all().forEach(Slot::doubt);
    }

    private Stream<Slot> all() {
        return Stream.concat(adopted.stream(), Stream.ofNullable(own));
    }

    private long sum(ToLongFunction<SpoolFile> figure) {
        return all().map(Slot::file).mapToLong(figure).sum();
    }

    long events() {
        return sum(SpoolFile::events);
    }

    long bytes() {
        return sum(SpoolFile::bytes);
    }

    long setAside() {
        return sum(SpoolFile::setAside);
    }

    @Nullable
    Instant oldest() {
        return all().map(slot -> slot.file().oldest()).filter(Objects::nonNull).min(Instant::compareTo).orElse(null);
    }

    Damage damage() {
        return all().map(Slot::damage).reduce(past, Damage::plus);
    }

    @Override
    public void close() {
        all().forEach(slot -> {
            try {
                slot.closeAndTidy();
            } catch (IOException | SQLException e) {
                LOG.warn("A spool file could not be closed well", e);
            }
        });
    }
}
