package dev.gravitas.store.postgres;

import dev.gravitas.model.Definition;
import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.TimeWindow;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The oracle: every figure of the specification's section 5, straight from all rows of the table. It shares neither SQL
/// nor classes with the product, only the records of its questions.
record NaiveFigures(List<RawRow> rows) {

    /// Rows that an efficiency question asks about.
    List<RawRow> asked(EfficiencyQuery query) {
        return rows.stream()
                .filter(RawRow::isRequest)
                .filter(row -> !row.time().isBefore(query.window().from()) && row.time().isBefore(query.window().to()))
                .filter(row -> query.component() == null || row.model().equals(ShortNames.of(query.component())))
                .filter(row -> query.host() == null || row.host().equals(query.host()))
                .toList();
    }

    /// Requests and loads in a window.
    List<RawRow> within(TimeWindow window) {
        return rows.stream()
                .filter(row -> row.isRequest() || row.isLoad())
                .filter(row -> !row.time().isBefore(window.from()) && row.time().isBefore(window.to()))
                .toList();
    }

    static Map<String, NaiveGroup> byModel(Collection<RawRow> rows) {
        return by(RawRow::model, rows);
    }

    static Map<Definition, NaiveGroup> byDefinition(Collection<RawRow> rows) {
        return by(RawRow::definition, rows);
    }

    static <K extends Comparable<K>> Map<K, NaiveGroup> by(Function<RawRow, K> key, Collection<RawRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(key, TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), NaiveGroup::new)));
    }

    NaiveGroup all(Predicate<RawRow> wanted) {
        return NaiveGroup.of(rows.stream().filter(wanted));
    }

    /// The definition with most tokens; of several with equally many, up to the order of adding, the one answered.
    static @Nullable Definition mostTokens(Map<Definition, NaiveGroup> groups, @Nullable Definition answered) {
        double most = groups.values().stream().mapToDouble(NaiveGroup::tokens).max().orElse(0);
        if (answered != null && isMost(groups.get(answered), most)) {
            return answered;
        }
        return groups.entrySet()
                .stream()
                .filter(entry -> isMost(entry.getValue(), most))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean isMost(@Nullable NaiveGroup group, double most) {
        return group != null && group.requests() > 0 && group.tokens() >= most * (1 - 1e-12);
    }

    /// The definition of one model's figures: the common one where the model has requests of it, else its own.
    static @Nullable Definition ofModel(Map<Definition, NaiveGroup> groups, @Nullable Definition common,
            @Nullable Definition answered) {
        @Nullable
        NaiveGroup inCommon = common == null ? null : groups.get(common);
        return inCommon != null && inCommon.requests() > 0 ? common : mostTokens(groups, answered);
    }
}
