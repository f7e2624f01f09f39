package dev.gravitas.ui.compare;

import dev.gravitas.model.Legible;
import dev.gravitas.model.WindowTrends.Slice;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelColours.Look;
import dev.gravitas.ui.chart.time.Grain;
import dev.gravitas.ui.chart.time.Quantity;
import dev.gravitas.ui.chart.time.TimeLine;
import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.compare.CompareScreen.Named;
import dev.gravitas.ui.explain.ExplanationWords;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

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
                .orElseGet(() -> new CompareScreen(List.of(), null, null, "", "", List.of(), null, null,
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
                new CompareExplained(compared, first.name(), second.name(), new ExplanationWords(formats, strings)),
                Optional.empty());
    }

    /// Of two times the one that the other is held against is grey.
    private Named named(Side side, boolean period, boolean earlier) {
        if (side.model().isEmpty()) {
            return new Named("", strings.text("compare.none"), Look.NONE);
        }
        return period
                ? new Named(side.model(), strings.text("compare.span", formats.minute(side.window().from()),
                        formats.minute(side.window().to())), earlier ? Look.NONE : colours.of(side.model()))
                : new Named(side.model(), Legible.name(side.model()), colours.of(side.model()));
    }

    private TimePicture picture(Compared compared, Named first, Named second) {
        var firstName = compared.periods()
                ? strings.text("compare.moved", strings.text("compare.column.first"),
                        formats.span(compared.moved().abs()))
                : first.name();
        var secondName = compared.periods() ? strings.text("compare.column.second") : second.name();
        return TimePicture.sliced(new Quantity(strings.text("compare.quantity"), strings.text("unit.ms.token"), 2),
                Grain.of(compared.width()), compared.drawn(),
                List.of(line(firstName, first.look(), compared, compared.first()),
                        line(secondName, second.look(), compared, compared.second())));
    }

    private static TimeLine line(String name, Look look, Compared compared, Side side) {
        return new TimeLine(name, look, TimePicture.slices(Grain.of(compared.width()), compared.drawn().from(),
                side.slices().stream().<@Nullable Double>map(Slice::efficiencyScore).toList()));
    }
}
