package dev.gravitas.model;

import java.time.Duration;

/// When free memory will be below the lockout threshold, if it goes on shrinking as it does.
///
/// @param mibPerMinute how fast it shrinks, above 0
/// @param expected until the threshold
/// @param earliest and latest the ends of a 95 % interval
public record LockoutForecast(double mibPerMinute, Duration expected, Duration earliest, Duration latest) {}
