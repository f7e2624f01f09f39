package dev.gravitas.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Gives rows of a file that carries no times a time each: evenly over the last days, the last row at the very end.
/// All lie after `end` − `days`·24 h and none after `end`.
///
/// @param end the one clock reading of the import
/// @param days 0 lays all rows at `end`
/// @param rows in all
record RowTimes(Instant end, int days, long rows) {
    /// @param index of the row, the first being 0
    Instant at(long index) {
        long span = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(days)));
        long after = rows - 1 - index;
        // span · after / rows in an order that cannot overflow
        long back = span / rows * after + span % rows * after / rows;
        return end.minus(back, ChronoUnit.MICROS);
    }
}
