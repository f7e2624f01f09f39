package dev.gravitas.telemetry.spool;

import dev.gravitas.model.SpoolStatus;
import dev.gravitas.model.SpoolStatus.Damage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/// What lies in a spool folder that nobody works on now. Files in use are passed over, and nothing is mended or moved.
public final class SpoolSurvey {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolSurvey.class);

    private final Path folder;

    public SpoolSurvey(Path folder) {
        this.folder = folder;
    }

    /// @return empty when nothing was left behind
    public Optional<SpoolStatus> look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        return SlotPaths.existing(folder)
                .stream()
                .flatMap(paths -> look(paths).stream())
                .reduce(SpoolSurvey::together);
    }

    private static Optional<SpoolStatus> look(SlotPaths paths) {
        try {
            SlotPaths.makeOwnerOnly(paths.lock());
            var lock = SlotLock.tryTake(paths.lock());
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            try (var _ = lock.get()) {
                return read(paths);
            }
        } catch (IOException | SQLException e) {
            LOG.warn("A spool file cannot be looked into: {}: {}", paths.file(), e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<SpoolStatus> read(SlotPaths paths) throws IOException, SQLException {
        var broken = new SpoolStatus(0, 0, null, 0, new Damage(1, 0, paths.bytes()));
        if (FileHead.read(paths.file()).newer() || !WalFile.read(paths.log()).sound()) {
            return Optional.of(broken);
        }
        try (var file = SpoolFile.open(paths.file())) {
            var found = new SpoolStatus(file.events(), file.bytes(), file.oldest(), file.setAside(), Damage.NONE);
            return Optional.of(found).filter(status -> !status.equals(SpoolStatus.EMPTY));
        } catch (DamagedException e) {
            return Optional.of(broken);
        }
    }

    private static SpoolStatus together(SpoolStatus a, SpoolStatus b) {
        var oldest = Stream.of(a, b).flatMap(status -> Stream.ofNullable(status.oldest())).min(Instant::compareTo);
        return new SpoolStatus(a.events() + b.events(), a.bytes() + b.bytes(), oldest.orElse(null),
                a.setAside() + b.setAside(), a.damage().plus(b.damage()));
    }
}
