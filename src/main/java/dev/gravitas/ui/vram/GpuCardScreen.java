package dev.gravitas.ui.vram;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// One GPU as it is written on screen.
///
/// @param title name and device in one
/// @param name which GPU, in short
/// @param device what it is, as its maker calls it
/// @param swatch of its line in the chart
/// @param used the number that matters, with a dash for none
/// @param total behind it, with its unit
/// @param percent used of it
/// @param free what a program can still have, with a dash for not known
/// @param parts of the bar, left to right; none where its memory is not known
/// @param tick where the lockout threshold lies, 0 to 1; null for none
/// @param alert a lockout, or the forecast of one; empty for neither
/// @param locked whether the alert is a lockout
/// @param legend of all parts, and of the threshold
/// @param brief the largest holders, the sum of the others, and what is free
/// @param notes what must be known to read the figures rightly
/// @param age how old the figures are, empty for fresh ones
/// @param spoken all of it in words
public record GpuCardScreen(String title, String name, String device, Swatch swatch, String used, String total,
        String percent, String free,
        List<Fact> facts,
        List<BarPart> parts, @Nullable Double tick, List<LegendEntry> legend, List<LegendEntry> brief, String alert,
        boolean locked,
        List<String> notes, String age, String spoken) {
    private static final double CLOSE = 1.5;

    public GpuCardScreen {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        legend = List.copyOf(legend);
        brief = List.copyOf(brief);
        notes = List.copyOf(notes);
    }

    /// Whether little more is free than a lockout begins with.
    public boolean isClose() {
        long whole = parts.stream().mapToLong(BarPart::bytes).sum();
        long unused = parts.stream().filter(part -> part.swatch().equals(Swatch.FREE)).mapToLong(BarPart::bytes).sum();
        return tick != null && !parts.isEmpty() && unused < CLOSE * (1 - tick) * whole;
    }

    /// Whether the figures are not of now.
    public boolean old() {
        return !age.isEmpty();
    }
}
