package dev.gravitas.bench;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/// What a measurement works with; all of it belongs to the caller.
///
/// @param threads makes the threads of loggers, pools and producers
/// @param answers runs queries and completes futures, a thread for each
/// @param upkeep runs folds, at least two threads
/// @param tell hears what is being measured
public record Workbench(ThreadFactory threads, Executor answers, ScheduledExecutorService upkeep, Clock clock,
        Consumer<String> tell) {}
