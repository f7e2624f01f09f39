package dev.gravitas.cli;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.SettingsException;
import dev.gravitas.diagnostics.BundleEntry;
import dev.gravitas.diagnostics.Diagnostics;
import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.SpoolStatus;
import dev.gravitas.report.BenchDocument;
import dev.gravitas.report.LoggerDocument;
import dev.gravitas.report.RecorderDocument;
import dev.gravitas.report.StatusDocument;
import dev.gravitas.store.Database;
import dev.gravitas.store.StoreException;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the commands ask of the composition root. Every call blocks until its work is done.
public interface Backstage {
    /// Opens the window, or brings the open one to the front; returns when it is closed.
    ///
    /// @param tell is given what the operator should read, a line at a time
    /// @return exit code
    int window(DataFolder folder, Consumer<String> tell) throws IOException, SettingsException, StoreException;

    /// Records without a window until the process is told to stop.
    ///
    /// @param tell is given what the operator should read, a line at a time
    /// @return exit code
    int serve(DataFolder folder, Consumer<String> tell) throws IOException, SettingsException, StoreException;

    /// The database of the data folder, shared with whoever uses it already, started if nobody does. The caller closes it.
    Database open(DataFolder folder) throws IOException, SettingsException, StoreException;

    /// The same, for one who only wants to know how it is: where a console records, whose matter the database is, one that
    /// does not answer is given up after some seconds.
    Database openPromptly(DataFolder folder) throws IOException, SettingsException, StoreException;

    /// True once the process was told to stop; long work asks between its steps. Until the work has closed its database, for
    /// at most ten seconds, the process waits for it.
    boolean interrupted();

    /// The console that records on this data folder now, if one does.
    Optional<Recorder> recorder(DataFolder folder) throws IOException;

    /// The loggers of programs that embed the sensor and run now.
    List<RecorderDocument> programs(DataFolder folder) throws IOException;

    /// What loggers that have ended left in the spool for the next one, if they did.
    Optional<SpoolStatus> leftSpool(DataFolder folder) throws IOException;

    /// Environment variables by which libpq programs reach the database, which stays up for them.
    ///
    /// @throws SettingsException when there is no login that may do just what the role may
    Map<String, String> databaseEnvironment(DataFolder folder, DatabaseRole role, Optional<Boolean> tcp)
            throws IOException, SettingsException, StoreException;

    /// Holds the database open until no other program has used it for a while.
    void keepDatabase(DataFolder folder, Runnable ready) throws IOException, SettingsException, StoreException;

    /// Draws real views without a display, one after another.
    ///
    /// @param drawn is given each file that was written
    /// @throws StoreException after all were drawn, when some show an error instead of figures
    void snapshot(DataFolder folder, List<SnapshotOrder> orders, Consumer<Path> drawn)
            throws IOException, SettingsException, StoreException;

    /// Plays the demo in a data folder of its own, which is gone afterwards. Nothing real is touched.
    ///
    /// @param seed of everything that looks like chance in it
    /// @param tell is given what the operator should read, a line at a time
    /// @return exit code
    int demo(long seed, Consumer<String> tell, InDemo inside) throws IOException, SettingsException, StoreException;

    /// What is done in a demo.
    @FunctionalInterface
    interface InDemo {
        /// @param folder of the demo
        /// @return exit code
        int on(DataFolder folder);
    }

    /// Measures the store in a scratch database that is gone afterwards.
    ///
    /// @param tell is given what is being measured, a line at a time
    /// @return empty when the process was told to stop
    Optional<BenchDocument> bench(DataFolder folder, long rows, Consumer<String> tell)
            throws IOException, SettingsException, StoreException;

    /// Waits.
    ///
    /// @return false when there is no use in going on
    boolean pause(Duration time);

    /// Reads all GPUs once; what the board says is of that moment. A sleeping one is not woken, and a driver that does not answer is given up after some seconds.
    GpuBoard gpus(DataFolder folder) throws IOException, SettingsException;

    /// Asks all consoles on the folder to close their sessions with the GPUs' driver, and waits some seconds for them.
    ///
    /// @return whether none has one now
    boolean releaseGpus(DataFolder folder) throws IOException, SettingsException;

    /// Lets them read the GPUs again.
    ///
    /// @return whether they were released
    boolean resumeGpus(DataFolder folder) throws IOException, SettingsException;

    /// What nvidia-smi says of the GPUs' memory.
    ///
    /// @throws IOException when it cannot be asked
    List<SmiMemory> askSmi() throws IOException;

    /// Memory of one GPU as nvidia-smi has it, MiB; null where it says that there is none to tell.
    record SmiMemory(String gpu, @Nullable Long total, @Nullable Long used, @Nullable Long free) {}

    /// Reads what explains the console on the folder to somebody who helps: nothing secret or personal is in it. A database
    /// that does not answer, or settings with faults, are told and keep nothing else out.
    ///
    /// @param progress told before each part
    /// @return empty when the process was told to stop
    Optional<List<BundleEntry>> diagnostics(DataFolder folder, Consumer<Diagnostics.Progress> progress)
            throws IOException;

    /// Rows that [#bench] can be asked for.
    RowRange benchRows();

    /// From fewest to most, both included.
    record RowRange(long fewest, long most) {}

    /// Roles of [#databaseEnvironment]: one may only read, one only insert; the owner may do everything.
    enum DatabaseRole {
        READER, WRITER, OWNER
    }

    /// @param role window or serve
    /// @param endpointUrl of its endpoint, empty while that is not up
    /// @param logger its counts, at most a second or two old; empty while it has not told them
    record Recorder(StatusDocument.Role role, long pid, Optional<String> endpointUrl,
            Optional<LoggerDocument> logger) {}

    /// @param view efficiency, trends, vram, footprint or settings
    /// @param theme light, dark or high-contrast
    /// @param window 1h, 24h, 7d or 60d
    /// @param scalePercent how large everything is, 100 for as designed
    record SnapshotOrder(String view, String theme, String window, int scalePercent, int width, int height, Path out) {}
}
