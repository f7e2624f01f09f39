package dev.gravitas.store.postgres;

import dev.gravitas.model.TimeWindow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Windows that cut the rollups everywhere: on borders of buckets and days, within one bucket, long past, up to now.
final class RandomWindows {
    private static final Duration BUCKET = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofDays(1);

    private final Random random;
    private final Instant now;

    RandomWindows(Random random, Instant now) {
        this.random = random;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    List<TimeWindow> some(int count) {
        return Stream.generate(this::window).limit(count).toList();
    }

    private TimeWindow window() {
        return switch (random.nextInt(8)) {
            case 0 -> TimeWindow.last(Duration.ofHours(24), now);
            case 1 -> TimeWindow.last(upTo(DAY.multipliedBy(70)), now);
            case 2 -> between(cut(moment(), BUCKET), cut(moment(), BUCKET));
            case 3 -> between(cut(moment(), DAY), cut(moment(), DAY));
            case 4 -> withinABucket();
            case 6 -> between(now.minus(upTo(BUCKET)), now.plus(upTo(DAY)));
            case 5 -> between(moment(), moment().plus(upTo(DAY)));
            default -> new TimeWindow(RawRows.FIRST_BUCKET, RawRows.END_BUCKET);
        };
    }

    private TimeWindow withinABucket() {
        Instant start = cut(recent(), BUCKET);
        return between(start.plus(upTo(BUCKET)), start.plus(upTo(BUCKET)));
    }

    private static TimeWindow between(Instant one, Instant other) {
        if (one.equals(other)) {
            return new TimeWindow(one, one.plus(1, ChronoUnit.MICROS));
        }
        return one.isBefore(other) ? new TimeWindow(one, other) : new TimeWindow(other, one);
    }

    private Instant moment() {
        return random.nextBoolean() ? recent() : now.plus(DAY.multipliedBy(9)).minus(upTo(DAY.multipliedBy(110)));
    }

    private Instant recent() {
        return now.minus(upTo(random.nextBoolean() ? DAY.multipliedBy(2) : BUCKET));
    }

    private Duration upTo(Duration most) {
        return Duration.of(1 + random.nextLong(most.toNanos() / 1000), ChronoUnit.MICROS);
    }

    private static Instant cut(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }
}
