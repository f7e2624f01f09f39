package dev.gravitas.ui.overview;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;

import java.time.Duration;
import java.time.Instant;

/// Since when, and how long ago, in words.
record Moments(Formats formats, Strings strings) {
    private static final Duration DAY = Duration.ofDays(1);

    String since(Instant begin, Instant now) {
        return strings.text("overview.since", at(begin, now), formats.span(Duration.between(begin, now)));
    }

    /// Where the beginning itself was not seen.
    String atLeastSince(Instant seen, Instant now) {
        return strings.text("overview.since.least", at(seen, now), formats.span(Duration.between(seen, now)));
    }

    String ago(Instant moment, Instant now) {
        return strings.text("overview.ago", formats.span(Duration.between(moment, now)), at(moment, now));
    }

    /// With its date where that is not of the last 24 hours.
    String at(Instant moment, Instant now) {
        return Duration.between(moment, now).abs().compareTo(DAY) < 0 ? formats.time(moment) : formats.full(moment);
    }
}
