package dev.gravitas.ui.compare;

import dev.gravitas.model.Legible;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.model.WindowTrends.Slice;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.chart.time.Grain;
import dev.gravitas.ui.chart.time.Quantity;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.compare.CompareScreen.Named;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Turns two sides into what is written and drawn on screen. Thread-safe.
public final class ComparePresenter {
    private final ModelColours colours;
    private final Formats formats;
    private final Strings strings;

    public ComparePresenter(ModelColours colours, Formats formats, Strings strings) {
        this.colours = colours;
        this.formats = formats;
        this.strings = strings;
    }

    /// @param compared empty where there is nothing to compare
    CompareScreen present(Optional<Compared> compared) {
        return compared.map(this::present)
                .orElseGet(() -> new CompareScreen(List.of(), null, null, "", "", List.of(), null,
                        Optional.of(new Notice(strings.text("efficiency.empty.title"),
                                strings.text("efficiency.empty.text")))));
    }

    private CompareScreen present(Compared compared) {
        colours.seen(compared.models());
        var first = named(compared.first(), compared.periods(), true);
        var second = named(compared.second(), compared.periods(), false);
        var words = new CompareWords(compared, first.name(), second.name(), formats, strings);
        return new CompareScreen(compared.models(), first, second, words.verdict(), words.about(),
                new CompareTable(compared, formats, strings).rows(), picture(compared, first, second),
                Optional.empty());
    }

    /// Of two times the one that the other is held against is dashed, in the same colour.
    private Named named(Side side, boolean period, boolean dashed) {
        if (side.model().isEmpty()) {
            return new Named("", strings.text("compare.none"), Look.NONE);
        }
        var look = colours.of(side.model());
        if (!period) {
            return new Named(side.model(), Legible.name(side.model()), look);
        }
        int colour = look.slot() % ModelColours.COLOURS;
        return new Named(side.model(), strings.text("compare.span", formats.minute(side.window().from()),
                formats.minute(side.window().to())), new Look(dashed ? colour + ModelColours.COLOURS : colour));
    }

    private TimePicture picture(Compared compared, Named first, Named second) {
        var grain = Grain.of(compared.width());
        var begin = compared.width().whole(compared.second().window());
        int slices = Math.max(compared.first().slices().size(), compared.second().slices().size());
        var end = begin.from().plus(compared.width().length().multipliedBy(Math.max(1, slices)));
        var window = end.isAfter(begin.to()) ? new TimeWindow(begin.from(), end) : begin;
        return TimePicture.sliced(new Quantity(strings.text("compare.quantity"), strings.text("unit.ms.token"), 2),
                grain, window,
                List.of(line(movedName(compared, first), first.look(), grain, begin.from(), compared.first()),
                        line(second.name(), second.look(), grain, begin.from(), compared.second())));
    }

    /// The line of an earlier time is drawn over the other.
    private String movedName(Compared compared, Named first) {
        if (!compared.periods()) {
            return first.name();
        }
        var width = compared.width();
        var by = Duration.between(width.whole(compared.first().window()).from(),
                width.whole(compared.second().window()).from());
        return strings.text("compare.moved", first.name(), formats.span(by.abs()));
    }

    private static TimeLine line(String name, Look look, Grain grain, Instant begin, Side side) {
        return new TimeLine(name, look, TimePicture.slices(grain, begin,
                side.slices().stream().<@Nullable Double>map(ComparePresenter::score).toList()));
    }

    private static @Nullable Double score(Slice slice) {
        var figures = slice.figures();
        return figures == null ? null : figures.efficiencyScore();
    }
}
