package dev.gravitas.store.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/// Times of rows: of these days mostly, late, early, on every border, and as broken clocks tell them.
final class RandomTimes {
    private static final long DAY = Duration.ofDays(1).toNanos() / 1000;
    private static final long BUCKET = Duration.ofMinutes(15).toNanos() / 1000;
    private static final List<Instant> BROKEN = List.of(Instant.parse("1850-03-01T12:00:00Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"), Instant.parse("1999-12-31T23:59:59.999999Z"),
            Instant.parse("2000-01-01T00:00:00Z"), Instant.parse("2099-12-31T23:59:59.999999Z"),
            Instant.parse("2100-01-01T00:00:00Z"), Instant.parse("2150-06-01T00:00:00Z"));

    private final Random random;
    private final Instant now;

    RandomTimes(Random random, Instant now) {
        this.random = random;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
    }

    Instant any() {
        return switch (random.nextInt(24)) {
            case 0, 1, 2 -> border(BUCKET, 2 * DAY);
            case 3, 4 -> border(DAY, 60 * DAY);
            case 5, 6, 7, 8 -> before(59 * DAY);
            case 9 -> now.minus(60, ChronoUnit.DAYS).minus(random.nextLong(40 * DAY), ChronoUnit.MICROS);
            case 10 -> now.plus(random.nextLong(10 * DAY), ChronoUnit.MICROS);
            case 11 -> random.nextInt(4) == 0 ? BROKEN.get(random.nextInt(BROKEN.size())) : now;
            default -> before(random.nextBoolean() ? BUCKET : 2 * DAY);
        };
    }

    /// As PostgreSQL reads it; a program may write the ends of time too.
    String text() {
        return switch (random.nextInt(60)) {
            case 0 -> "infinity";
            case 1 -> "-infinity";
            default -> any().toString();
        };
    }

    /// Of one UTC day, its first and last moment often.
    Instant of(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return switch (random.nextInt(4)) {
            case 0 -> start;
            case 1 -> start.plus(DAY - 1, ChronoUnit.MICROS);
            default -> start.plus(random.nextLong(DAY), ChronoUnit.MICROS);
        };
    }

    /// A time that never has a partition of its own.
    Instant withoutPartition() {
        return random.nextInt(5) == 0
                ? BROKEN.get(random.nextInt(BROKEN.size()))
                : now.minus(100, ChronoUnit.DAYS).minus(random.nextLong(30 * DAY), ChronoUnit.MICROS);
    }

    private Instant before(long span) {
        return now.minus(random.nextLong(span), ChronoUnit.MICROS);
    }

    private Instant border(long step, long span) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, before(span));
        return Instant.EPOCH.plus(Math.floorDiv(micros, step) * step - random.nextInt(2), ChronoUnit.MICROS);
    }
}
