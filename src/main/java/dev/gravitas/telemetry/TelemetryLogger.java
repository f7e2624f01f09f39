package dev.gravitas.telemetry;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.LoggerCounters;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.EventWriter;
import dev.gravitas.store.TelemetryQueries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/// The sensor: records how long models take to load and to think, and answers questions about it. One instance, given to
/// everyone who measures.
///
/// **Acknowledgement.** A future of the `log…` methods completes `true` only after the event is safe from a power cut:
/// committed in the database or, while that is away, synced to the spool on this machine's disk, from where it is brought
/// to the database in order and exactly once. It completes `false` when the event is refused ([Refusal]), at once; or when
/// it found no safe place, at the latest 10 s after the call. It never completes exceptionally and never stays open.
/// `false` after an accepted event means "not acknowledged": a commit that nobody could confirm may have happened.
///
/// **Threads.** Every method may be called from any thread, returns at once and throws nothing but the
/// [NullPointerException] of a null that its signature forbids. Futures complete on the executor, so callbacks may
/// block. One writer thread commits all that is queued as one batch, without waiting for more; another replays the spool.
///
/// **Counts.** [#counters] are consistent at every moment: accepted = stored + spooled + pending + dropped.
public final class TelemetryLogger implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TelemetryLogger.class);
    private static final int DEFAULT_HOURS = 24;
    private static final Duration THREAD_END_LIMIT = Duration.ofSeconds(1);

    private final TelemetryQueries queries;
    private final Clock clock;
    private final Executor executor;
    private final LoggerLimits limits;
    private final NewEvents events;
    private final PendingEvents pending;
    private final Verdicts verdicts;
    private final PromptWriter prompt;
    private final SpoolReplay replay;
    private final Thread replayThread;
    private final Thread writerThread;
    private final Thread watchThread;

    /// A logger without a spool: while the database is away, events wait in memory, up to the completion limit.
    public TelemetryLogger(EventWriter writer, TelemetryQueries queries, Clock clock, ThreadFactory threads,
            Executor executor, LoggerLimits limits) {
        this(writer, new NoSpool(), queries, clock, threads, executor, limits);
    }

    /// Starts the threads of the logger and takes over what the spool holds.
    ///
    /// @param spool for this logger alone; close it after the logger
    /// @param clock stamps events with the time of the call
    /// @param threads makes the writer, its watchdog and the like; daemon threads, so that a write that never returns
    ///   cannot keep the program alive
    /// @param executor runs queries and completes futures; must not bound the number of running tasks (virtual threads,
    ///   say), or slow queries delay acknowledgements. Close it after the logger.
    public TelemetryLogger(EventWriter writer, Spool spool, TelemetryQueries queries, Clock clock,
            ThreadFactory threads, Executor executor, LoggerLimits limits) {
        this.queries = queries;
        this.clock = clock;
        this.executor = executor;
        this.limits = limits;
        this.events = new NewEvents(clock);
        this.pending = new PendingEvents(limits);
        this.verdicts = new Verdicts(pending, executor);
        this.prompt = new PromptWriter(writer, limits.writeLimit(), threads);
        var order = new ReentrantLock(true);
        var work = new Bell();
        var backlog = new Backlog(spool, pending, work);
        this.replay = new SpoolReplay(prompt, backlog, order, work, limits.batchSize());
        this.replayThread = threads.newThread(replay);
        this.writerThread = threads.newThread(new BatchDelivery(prompt, backlog, order, pending, verdicts));
        this.watchThread = threads.newThread(new OverdueWatch(pending, verdicts));
        replayThread.start();
        writerThread.start();
        watchThread.start();
    }

    /// A reading of the monotonic clock, for [#measureLatency].
    public static long startTimer() {
        return System.nanoTime();
    }

    /// Seconds since `start`, never negative, unaffected by steps of the wall clock.
    public static double measureLatency(long start) {
        return Math.max(0, System.nanoTime() - start) / 1e9;
    }

    /// Records any event.
    ///
    /// @param value in the unit of the event type, finite; a load or thought latency must not be negative
    /// @param metadata copied as JSON before this returns, at most 64 KiB and 32 levels; numbers in it that are not
    ///   finite become null
    public CompletionStage<Boolean> log(String eventType, @Nullable String component, @Nullable Double value,
            @Nullable Map<String, ?> metadata, @Nullable String status) {
        Objects.requireNonNull(eventType, "eventType");
        return record(() -> events.any(eventType, component, value, metadata, status));
    }

    /// Records a successful load of a model.
    public CompletionStage<Boolean> logLoadLatency(String modelName, double loadTimeSeconds) {
        return logLoadLatency(modelName, loadTimeSeconds, true);
    }

    /// Records a load of a model.
    ///
    /// @param loadTimeSeconds until it was loaded, or had failed
    /// @param success a failed load is counted and enters no load time
    public CompletionStage<Boolean> logLoadLatency(String modelName, double loadTimeSeconds, boolean success) {
        Objects.requireNonNull(modelName, "modelName");
        return record(() -> events.load(modelName, loadTimeSeconds, success));
    }

    /// Records a request whose prompt tokens are not counted.
    public CompletionStage<Boolean> logThoughtLatency(String modelName, double inferenceTimeSeconds,
            int tokensGenerated) {
        return logThoughtLatency(modelName, inferenceTimeSeconds, tokensGenerated, 0);
    }

    /// Records a request as the caller saw it, end to end. Its value is ms per generated token; a request without any
    /// has none and the status `no_tokens`.
    public CompletionStage<Boolean> logThoughtLatency(String modelName, double inferenceTimeSeconds,
            int tokensGenerated, int promptTokens) {
        Objects.requireNonNull(modelName, "modelName");
        return record(() -> events.thought(modelName, inferenceTimeSeconds, tokensGenerated, promptTokens));
    }

    /// All models over the last 24 hours.
    public CompletionStage<EfficiencyRanking> getAggregatedEfficiency() {
        return getAggregatedEfficiency(null, DEFAULT_HOURS);
    }

    /// One model, or all for null, over the last 24 hours.
    public CompletionStage<EfficiencyRanking> getAggregatedEfficiency(@Nullable String component) {
        return getAggregatedEfficiency(component, DEFAULT_HOURS);
    }

    /// Token-weighted efficiency, ranked, over a rolling window.
    ///
    /// @param component one model, or null for all
    /// @param hours positive
    /// @return completes exceptionally with a [dev.gravitas.store.StoreException] when the database cannot answer, or
    ///   with an [IllegalArgumentException] when no such window exists
    public CompletionStage<EfficiencyRanking> getAggregatedEfficiency(@Nullable String component, int hours) {
        return ask(() -> queries.efficiency(
                EfficiencyQuery.of(TimeWindow.last(positive(hours), clock.instant())).ofComponent(component)));
    }

    /// Daily trend of each model over 60 UTC days. Completes exceptionally like [#getAggregatedEfficiency].
    public CompletionStage<SixtyDayStatistics> get60DayStatistics() {
        return ask(queries::sixtyDays);
    }

    /// What the telemetry costs on disk. Completes exceptionally like [#getAggregatedEfficiency].
    public CompletionStage<Footprint> getTelemetryFootprint() {
        return ask(queries::footprint);
    }

    /// Counts since this logger was made.
    public LoggerCounters counters() {
        return pending.counters();
    }

    /// Says that the database may be back: the spool is replayed at once instead of after the next pause. Never blocks.
    public void retryNow() {
        replay.retryNow();
    }

    /// Accepts nothing more, stores or spools what is waiting within the limit for closing, and tells `false` to the rest.
    /// What is spooled is brought in while the database takes it, for some seconds; the rest stays for the next start.
    /// Blocks little longer than that, also on an interrupted thread. Only the first call does anything.
    @Override
    public void close() {
        if (!pending.close()) {
            return;
        }
        boolean written = ThreadEnd.await(writerThread, limits.closeLimit());
        var left = pending.abandon();
        if (!left.isEmpty()) {
            LOG.warn("Closing: {} telemetry events could not be brought to safety within {} s and are lost.",
                    left.size(),
                    limits.closeLimit().toSeconds());
            verdicts.tell(left, Drop.NOT_FLUSHED);
        }
        replay.close();
        ThreadEnd.await(replayThread, limits.writeLimit());
        prompt.close();
        boolean ended = ThreadEnd.await(replayThread, THREAD_END_LIMIT) && prompt.awaitEnd(THREAD_END_LIMIT)
                && (written || ThreadEnd.await(writerThread, THREAD_END_LIMIT));
        if (!ended) {
            LOG.warn("A write to the database has not returned; its thread is left behind.");
        }
        ThreadEnd.await(watchThread, THREAD_END_LIMIT);
    }

    private CompletionStage<Boolean> record(Measurement measured) {
        try {
            var event = new PendingEvent(measured.draft(), System.nanoTime() + limits.completionLimit().toNanos());
            var refusal = pending.offer(event);
            return refusal == null ? event.acknowledgement : refuse(refusal);
        } catch (RefusedException e) {
            return refuse(e.reason());
        }
    }

    private CompletionStage<Boolean> refuse(Refusal reason) {
        if (pending.refuse(reason) == 1) {
            LOG.warn("A telemetry event was refused: {}. Further ones are only counted.", reason.text());
        }
        return CompletableFuture.completedFuture(false);
    }

    private <T> CompletionStage<T> ask(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        try {
            executor.execute(() -> answer(answer, question));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private static <T> void answer(CompletableFuture<T> answer, Callable<T> question) {
        try {
            answer.complete(question.call());
        } catch (Exception | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private static Duration positive(int hours) {
        if (hours <= 0) {
            throw new IllegalArgumentException("A window must be at least one hour long, not " + hours + ".");
        }
        return Duration.ofHours(hours);
    }

    private interface Measurement {
        Draft draft() throws RefusedException;
    }
}
