package dev.gravitas.ui.overview;

import dev.gravitas.ui.fx.Strings;

import java.time.Instant;
import java.util.List;

/// Puts what was found into a verdict. All is well only where everything could be checked.
record HealthWords(Moments moments, Strings strings) {

    /// @param measured whether there are any rows
    Health of(Findings findings, boolean measured, Instant now) {
        var concerns = findings.concerns();
        var unchecked = findings.unchecked().isEmpty() ? "" : text("overview.unchecked", findings.unchecked());
        if (!concerns.isEmpty()) {
            return new Health(concerns.getFirst().level(), "", unchecked, concerns);
        }
        var checked = strings.text("overview.checked", moments.at(now, now),
                String.join(strings.text("list.separator"), findings.well()));
        if (!unchecked.isEmpty()) {
            return new Health(Level.QUIET, strings.text("overview.unsure"), checked + " " + unchecked, concerns);
        }
        return new Health(Level.OK, strings.text(measured ? "overview.well" : "overview.well.empty"), checked,
                concerns);
    }

    private String text(String key, List<String> parts) {
        return strings.text(key, String.join(strings.text("overview.unchecked.separator"), parts));
    }
}
