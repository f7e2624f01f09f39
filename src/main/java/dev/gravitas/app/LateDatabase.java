package dev.gravitas.app;

import dev.gravitas.model.DatabaseStatus;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoadLatency;
import dev.gravitas.model.SchemaVersion;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.SliceWidth;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TelemetryEvent;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.model.VramRecord;
import dev.gravitas.model.WindowTrends;
import dev.gravitas.store.Database;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.ImportLedger;
import dev.gravitas.store.Retention;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.UpkeepNotes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// A database that is being opened in the background, so that the window shows at once. Until it is there, every call
/// fails as UNAVAILABLE with the stage or the reason; opening is tried again every few seconds. Thread-safe.
final class LateDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(LateDatabase.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(2);
    /// About as long as a server takes that begins its data on a busy machine.
    private static final Duration OPENING_LIMIT = Duration.ofSeconds(30);

    private final Opener opener;
    private final ScheduledExecutorService timer;
    private final AtomicReference<@Nullable Database> opened = new AtomicReference<>();
    private final ReentrantLock opening = new ReentrantLock();
    private volatile DatabaseStatus before;
    private volatile boolean closed;

    /// Opens the real database; blocks, and reports its stages.
    @FunctionalInterface
    interface Opener {
        Database open(Consumer<String> stages) throws StoreException;
    }

    LateDatabase(Opener opener, String connection, ScheduledExecutorService timer) {
        this.opener = opener;
        this.timer = timer;
        this.before = new DatabaseStatus(DatabaseStatus.State.STARTING, "Preparing the database", null, connection);
    }

    /// Begins opening; `first` is told the outcome of the first try: null when it succeeded.
    void start(Consumer<@Nullable StoreException> first) {
        timer.execute(() -> first.accept(tryOpen()));
    }

    private @Nullable StoreException tryOpen() {
        opening.lock();
        try {
            return closed ? null : open();
        } finally {
            opening.unlock();
        }
    }

    private @Nullable StoreException open() {
        try {
            became(opener.open(stage -> before = state(DatabaseStatus.State.STARTING, stage)));
            return null;
        } catch (StoreException e) {
            return later(e);
        } catch (RuntimeException e) {
            // Whatever it was: a console that never tries again would be alive and mute.
            return later(new StoreException(StoreException.Kind.UNAVAILABLE,
                    "Opening the database failed unexpectedly: " + e, e));
        }
    }

    private StoreException later(StoreException failure) {
        LOG.warn("The database could not be opened; trying again in {} s", RETRY_AFTER.toSeconds(), failure);
        before = state(DatabaseStatus.State.UNAVAILABLE, String.valueOf(failure.getMessage()));
        timer.schedule(this::tryOpen, RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        return failure;
    }

    private void became(Database database) {
        opened.set(database);
        if (closed) {
            closeOpened();
        } else {
            timer.scheduleWithFixedDelay(database::check, CHECK_EVERY.toMillis(), CHECK_EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
    }

    private DatabaseStatus state(DatabaseStatus.State state, String detail) {
        return new DatabaseStatus(state, detail, null, before.connection());
    }

    private Database database() throws StoreException {
        var database = opened.get();
        if (database == null) {
            throw new StoreException(StoreException.Kind.UNAVAILABLE, before.detail());
        }
        return database;
    }

    @Override
    public SchemaVersion schema() throws StoreException {
        return database().schema();
    }

    @Override
    public DatabaseStatus status() {
        var database = opened.get();
        return database == null ? before : database.status();
    }

    @Override
    public DatabaseStatus check() {
        var database = opened.get();
        return database == null ? before : database.check();
    }

    @Override
    public EventWriter writer() {
        return batches -> database().writer().write(batches);
    }

    @Override
    public TelemetryQueries queries() {
        return new LateQueries();
    }

    @Override
    public ImportLedger imports() {
        return new LateLedger();
    }

    @Override
    public Retention retention() {
        return new LateRetention();
    }

    @Override
    public UpkeepNotes notes() {
        return (task, detail) -> database().notes().write(task, detail);
    }

    /// Waits for an opening that is under way: a server that it starts, or finds running without other users, would be
    /// left behind by the end of this process.
    @Override
    public void close() {
        closed = true;
        try {
            if (opening.tryLock(OPENING_LIMIT.toNanos(), TimeUnit.NANOSECONDS)) {
                opening.unlock();
            } else {
                LOG.warn("The database was still being opened after {} s; its server may be left running",
                        OPENING_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeOpened();
    }

    private void closeOpened() {
        var database = opened.getAndSet(null);
        if (database != null) {
            database.close();
        }
    }

    private final class LateQueries implements TelemetryQueries {
        @Override
        public EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException {
            return database().queries().efficiency(query);
        }

        @Override
        public SixtyDayStatistics sixtyDays() throws StoreException {
            return database().queries().sixtyDays();
        }

        @Override
        public WindowTrends trends(TimeWindow window, SliceWidth width) throws StoreException {
            return database().queries().trends(window, width);
        }

        @Override
        public Map<String, LoadLatency> loadLatencies(TimeWindow window) throws StoreException {
            return database().queries().loadLatencies(window);
        }

        @Override
        public List<VramRecord.Load> loads(TimeWindow window) throws StoreException {
            return database().queries().loads(window);
        }

        @Override
        public Footprint footprint() throws StoreException {
            return database().queries().footprint();
        }

        @Override
        public StoredRows storedRows() throws StoreException {
            return database().queries().storedRows();
        }

        @Override
        public List<UpkeepRecord> upkeep() throws StoreException {
            return database().queries().upkeep();
        }

        @Override
        public VramRecord vram(TimeWindow window) throws StoreException {
            return database().queries().vram(window);
        }
    }

    private final class LateRetention implements Retention {
        @Override
        public Pruned prune(Instant before) throws StoreException {
            return database().retention().prune(before);
        }

        @Override
        public int settle() throws StoreException {
            return database().retention().settle();
        }

        @Override
        public boolean isClockTrusted() throws StoreException {
            return database().retention().isClockTrusted();
        }

        @Override
        public void confirmClock() throws StoreException {
            database().retention().confirmClock();
        }
    }

    private final class LateLedger implements ImportLedger {
        @Override
        public Entry begin(String contentSha256, Instant startedAt, int spreadDays) throws StoreException {
            return database().imports().begin(contentSha256, startedAt, spreadDays);
        }

        @Override
        public Entry advance(Entry entry, List<TelemetryEvent> events, long rowsRead, long rowsStored, boolean finished)
                throws StoreException {
            return database().imports().advance(entry, events, rowsRead, rowsStored, finished);
        }
    }
}
