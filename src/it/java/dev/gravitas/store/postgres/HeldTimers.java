package dev.gravitas.store.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Timers that never go off by themselves, to be driven by hand.
final class HeldTimers extends ScheduledThreadPoolExecutor {
    /// What is to run once.
    final List<Runnable> once = new ArrayList<>();
    /// What is to run again and again.
    final List<Runnable> regularly = new ArrayList<>();

    HeldTimers() {
        super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        once.add(command);
        return new Held(command);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
        regularly.add(command);
        return new Held(command);
    }

    private static final class Held extends FutureTask<Void> implements ScheduledFuture<Void> {
        Held(Runnable command) {
            super(command, null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return Long.MAX_VALUE;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
