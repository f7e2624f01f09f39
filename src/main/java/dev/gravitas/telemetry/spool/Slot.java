package dev.gravitas.telemetry.spool;

import dev.gravitas.model.SpoolStatus.Damage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/// A spool file that is ours until it is given back, mended first where it was damaged.
final class Slot {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    private final SlotPaths paths;
    private final SlotLock lock;
    private final Clock clock;
    private SpoolFile file;
    private Damage damage = Damage.NONE;
    private boolean doubted;

    private Slot(SlotPaths paths, SlotLock lock, Clock clock)
            throws IOException, SQLException, NewerVersionException {
        this.paths = paths;
        this.lock = lock;
        this.clock = clock;
        this.file = openFile();
    }

    /// @return empty when another logger has it
    /// @throws NewerVersionException when it has to be left alone
    /// @throws SQLException when it cannot be used now
    static Optional<Slot> tryOpen(SlotPaths paths, Clock clock)
            throws IOException, SQLException, NewerVersionException {
        SlotPaths.makeOwnerOnly(paths.lock());
        var lock = SlotLock.tryTake(paths.lock());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Slot(paths, lock.get(), clock));
        } catch (IOException | SQLException | NewerVersionException | RuntimeException e) {
            lock.get().close();
            throw e;
        }
    }

    int number() {
        return paths.number();
    }

    /// The file as it was last open; its counts hold also while it is in doubt.
    SpoolFile file() {
        return file;
    }

    /// All that was lost since this was opened.
    Damage damage() {
        return damage;
    }

    private SpoolFile openFile() throws IOException, SQLException, NewerVersionException {
        finishRescue();
        SlotPaths.makeOwnerOnly(paths.file());
        try {
            requireSound();
            return SpoolFile.open(paths.file());
        } catch (DamagedException e) {
            return rescue(e);
        }
    }

    private void requireSound() throws IOException, DamagedException, NewerVersionException {
        if (Files.size(paths.file()) == 0 && WalFile.read(paths.log()).frames().isEmpty()) {
            return;
        }
        var head = FileHead.read(paths.file());
        if (head.newer() && new NewerVersionCheck(paths.file()).confirms(head.version())) {
            throw new NewerVersionException(paths.file(), head.version());
        }
        if (!head.database() || head.version() > SpoolSchema.VERSION) {
            throw new DamagedException("The file does not begin like a spool.", null);
        }
        if (logIsBroken()) {
            throw new DamagedException("The file's log is broken.", null);
        }
    }

    private boolean logIsBroken() throws IOException {
        var log = WalFile.read(paths.log());
        if (!log.sound() || log.torn() == null) {
            return !log.sound();
        }
        try (var images = new PageImages(paths.file(), paths.log())) {
            return new TornFrame(images).holdsNews(log, log.torn());
        }
    }

    /// Puts what is whole in place of the file, which is kept.
    ///
    /// @return the new file
    private SpoolFile rescue(DamagedException reason) throws IOException, SQLException {
        long bytes = paths.bytes();
        Files.deleteIfExists(paths.rescued());
        SlotPaths.makeOwnerOnly(paths.rescued());
        long lost = Salvage.rescue(paths.file(), paths.log(), paths.rescued());
        var kept = paths.keepAside(clock);
        Files.move(paths.rescued(), paths.file());
        damage = damage.plus(new Damage(1, lost, bytes));
        try {
            var rescued = SpoolFile.open(paths.file());
            LOG.error("The spool was damaged ({}). {} events were recovered, {} are known to be lost; the damaged file"
                    + " is kept as {}.", reason.getMessage(), rescued.events(), lost, kept);
            return rescued;
        } catch (DamagedException e) {
            throw new SQLException("The disk does not keep what is written to it.", e);
        }
    }

    /// Makes the next use look through the file again.
    void doubt() {
        doubted = true;
    }

    /// The file, after a second look where there was doubt.
    SpoolFile sound() throws SQLException {
        if (doubted) {
            file.close();
            try {
                file = openFile();
            } catch (IOException | NewerVersionException e) {
                throw new SQLException("The spool file cannot be opened again: " + e.getMessage(), e);
            }
            doubted = false;
        }
        return file;
    }

    // A rescue that was interrupted after the damaged file was moved away had finished the new one.
    private void finishRescue() throws IOException {
        if (!Files.exists(paths.file()) && Files.exists(paths.rescued())) {
            if (Files.exists(paths.log())) {
                paths.keepAside(clock);
            }
            Files.move(paths.rescued(), paths.file());
        }
        Files.deleteIfExists(paths.rescued());
    }

    /// Gives the slot back; an empty file with nothing set aside is removed first.
    void closeAndTidy() throws IOException, SQLException {
        boolean useless = !doubted && file.events() == 0 && file.setAside() == 0;
        file.close();
        if (useless) {
            paths.delete();
        }
        lock.close();
    }

}
