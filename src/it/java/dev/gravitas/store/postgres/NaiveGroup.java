package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// Some rows and every figure about them, computed from the rows anew each time.
record NaiveGroup(List<RawRow> rows) {

    static NaiveGroup of(Stream<RawRow> rows) {
        return new NaiveGroup(rows.toList());
    }

    long requests() {
        return rows.stream().filter(RawRow::isRanked).count();
    }

    long notRanked() {
        return rows.size() - requests();
    }

    long failed() {
        return rows.stream().filter(RawRow::isFailed).count();
    }

    double ms() {
        return sum(RawRow::ms);
    }

    /// Of the ranked requests.
    double tokens() {
        return sum(RawRow::tokensIfRanked);
    }

    @Nullable
    Double score() {
        return requests() == 0
                ? null
                : exact(RawRow::ms).divide(exact(RawRow::tokensIfRanked), MathContext.DECIMAL64)
                        .doubleValue();
    }

    /// Exact sum of what the rows tell; 0 where none does.
    double sum(Function<RawRow, @Nullable Double> figure) {
        return exact(figure).doubleValue();
    }

    private BigDecimal exact(Function<RawRow, @Nullable Double> figure) {
        return told(figure).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    long count(Function<RawRow, @Nullable Double> figure) {
        return told(figure).count();
    }

    @Nullable
    Double least(Function<RawRow, @Nullable Double> figure) {
        return told(figure).min(Comparator.naturalOrder()).orElse(null);
    }

    @Nullable
    Double most(Function<RawRow, @Nullable Double> figure) {
        return told(figure).max(Comparator.naturalOrder()).orElse(null);
    }

    /// Nearest rank, one vote a row; null where no row tells.
    @Nullable
    Double quantile(int percent, Function<RawRow, @Nullable Double> figure) {
        List<Double> sorted = told(figure).sorted().toList();
        return sorted.isEmpty() ? null : sorted.get(Math.ceilDiv(percent * sorted.size(), 100) - 1);
    }

    private Stream<Double> told(Function<RawRow, @Nullable Double> figure) {
        return rows.stream().map(figure).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /// The first time that is finite; null where none is.
    @Nullable
    Instant first() {
        return times().min(Comparator.naturalOrder()).orElse(null);
    }

    @Nullable
    Instant last() {
        return times().max(Comparator.naturalOrder()).orElse(null);
    }

    private Stream<Instant> times() {
        return rows.stream()
                .map(RawRow::time)
                .filter(time -> time.isAfter(RawRows.FIRST) && time.isBefore(RawRows.LAST));
    }
}
