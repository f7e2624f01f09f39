package dev.gravitas.ui.compare;

import dev.gravitas.model.Definition;
import dev.gravitas.model.Legible;
import dev.gravitas.ui.explain.DefinitionWords;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;

/// What is said of two sides in words. It never claims that a difference is more than chance.
///
/// @param first how the first side is called
/// @param second how the second is
record CompareWords(Compared compared, String first, String second, Formats formats, Strings strings) {
    /// Less than this is the same when it is written with two decimals.
    private static final double SAME = 0.005;

    /// The comparison in one sentence, with n.
    String verdict() {
        if (compared.second().model().isEmpty()) {
            return strings.text("compare.alone", first);
        }
        if (compared.periods() && !compared.first().window().to().isAfter(compared.oldest())) {
            return strings.text("compare.old", first, formats.full(compared.oldest()));
        }
        if (!compared.comparable()) {
            return strings.text("compare.definitions", first, definition(compared.first()), second,
                    definition(compared.second()));
        }
        var one = compared.first().score();
        var two = compared.second().score();
        var ratio = Compared.ratio(one, two);
        if (!compared.enough() || one == null || two == null || ratio == null) {
            return strings.text("compare.few.whole", Compared.FEWEST, requests(compared.first()),
                    requests(compared.second()));
        }
        return strings.text(key(ratio), compared.periods() ? Legible.name(compared.second().model()) : second, first,
                formats.decimal(ratio, 2), formats.decimal(two, 2), formats.decimal(one, 2),
                formats.percent(Math.abs(ratio - 1)), requests(compared.second()), requests(compared.first()));
    }

    private String key(double ratio) {
        if (Math.abs(ratio - 1) < SAME) {
            return compared.periods() ? "compare.period.same" : "compare.models.same";
        }
        if (compared.periods()) {
            return ratio > 1 ? "compare.period.more" : "compare.period.less";
        }
        return ratio > 1 ? "compare.models.more" : "compare.models.less";
    }

    private String requests(Side side) {
        return formats.count(side.requests());
    }

    private String definition(Side side) {
        @Nullable
        Definition definition = side.figures() == null ? null : side.figures().definition();
        return definition == null ? "" : new DefinitionWords(strings).brief(definition);
    }

    /// Of which times the figures are, by which definition, and what they do not say.
    String about() {
        var parts = new ArrayList<String>();
        var window = compared.second().window();
        if (compared.periods()) {
            parts.add(strings.text("compare.about.offset", formats.offset(window.to(), formats.zone().get())));
        } else {
            parts.add(strings.text("compare.about.window", formats.minute(window.from()),
                    formats.minute(window.to()), formats.offset(window.to(), formats.zone().get())));
        }
        var measured = definition(compared.second()).isEmpty()
                ? definition(compared.first())
                : definition(compared.second());
        if (compared.comparable() && !measured.isEmpty()) {
            parts.add(strings.text("compare.about.definition", measured));
        }
        if (compared.periods() && compared.first().window().from().isBefore(compared.oldest())) {
            parts.add(strings.text("compare.about.old", formats.full(compared.oldest())));
        }
        parts.add(strings.text("compare.about.weight"));
        parts.add(strings.text("compare.about.chance"));
        return String.join(strings.text("compare.about.separator"), parts);
    }
}
