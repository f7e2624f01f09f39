package dev.gravitas.ui.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/// The two ends of a span of time as an operator writes and reads them, in the zone in which times are told. Pure.
///
/// An end is a moment, `2026-11-23 14:30`, with seconds and an offset where they are wanted, or a day: from its begin, to its end, and
/// of a day that is not over, to now.
record RangeText(ZoneId zone) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter READABLE = DateTimeFormatter
            .ofPattern("uuuu-MM-dd[ HH:mm[:ss][ ][XXX]]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int YEAR = 4;
    private static final int DAY = "2026-11-23".length();

    /// What two texts come to.
    sealed interface Reading {
    }

    record Good(WindowChoice.Range range) implements Reading {}

    record Bad(Fault fault) implements Reading {}

    /// Why two texts are no span that can be asked for.
    enum Fault {
        FROM_UNREAD(true, false), TO_UNREAD(false, true), FUTURE(false, true), TURNED(true, true), TOO_OLD(true, false);

        private final boolean ofFrom;
        private final boolean ofTo;

        Fault(boolean ofFrom, boolean ofTo) {
            this.ofFrom = ofFrom;
            this.ofTo = ofTo;
        }

        /// Whether it is the begin that has to be changed.
        boolean ofFrom() {
            return ofFrom;
        }

        /// Whether it is the end.
        boolean ofTo() {
            return ofTo;
        }
    }

    String write(Instant at) {
        var told = at.atZone(zone);
        return (told.getSecond() == 0 ? MINUTES : SECONDS).format(told);
    }

    /// @param known what the texts were written from: an end that was not touched stays what it was, also in the hour that comes twice
    Reading read(String from, String to, Optional<WindowChoice.Range> known, Instant now) {
        var begin = untouched(from, known.map(WindowChoice.Range::from))
                .or(() -> parse(from).map(this::begin))
                .orElse(null);
        var end = untouched(to, known.map(WindowChoice.Range::to))
                .or(() -> parse(to).map(read -> end(read, now)))
                .orElse(null);
        if (begin == null || end == null) {
            return new Bad(begin == null ? Fault.FROM_UNREAD : Fault.TO_UNREAD);
        }
        if (begin.isAfter(now) || end.isAfter(now)) {
            return new Bad(Fault.FUTURE);
        }
        if (!begin.isBefore(end)) {
            return new Bad(Fault.TURNED);
        }
        var range = new WindowChoice.Range(begin, end);
        return range.isKept(now) ? new Good(range) : new Bad(Fault.TOO_OLD);
    }

    /// The day that is written or of which a moment is, empty for neither.
    Optional<LocalDate> day(String text) {
        return parse(text).map(LocalDate::from);
    }

    /// The same time on another day; the day alone where there was no time.
    String with(LocalDate day, String text) {
        return parse(text).isEmpty() ? day.toString() : day + text.strip().substring(DAY);
    }

    private Optional<Instant> untouched(String text, Optional<Instant> known) {
        return known.filter(at -> write(at).equals(text.strip()));
    }

    private static Optional<TemporalAccessor> parse(String text) {
        var stripped = text.strip();
        if (stripped.length() < DAY || stripped.charAt(YEAR) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(READABLE.parseBest(stripped.replace('T', ' '), OffsetDateTime::from,
                    LocalDateTime::from, LocalDate::from));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Instant begin(TemporalAccessor read) {
        return switch (read) {
            case OffsetDateTime moment -> moment.toInstant();
            case LocalDateTime moment -> moment.atZone(zone).toInstant();
            default -> LocalDate.from(read).atStartOfDay(zone).toInstant();
        };
    }

    private Instant end(TemporalAccessor read, Instant now) {
        if (!(read instanceof LocalDate day)) {
            return begin(read);
        }
        var end = begin(day.plusDays(1));
        return end.isAfter(now) && begin(day).isBefore(now) ? now.truncatedTo(ChronoUnit.SECONDS) : end;
    }
}
