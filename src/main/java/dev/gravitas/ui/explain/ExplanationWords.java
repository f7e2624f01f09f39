package dev.gravitas.ui.explain;

import dev.gravitas.model.Definition;
import dev.gravitas.model.Legible;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.KeyFigure;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The words that explanations share. Thread-safe.
public record ExplanationWords(Formats formats, Strings strings) {

    /// Figures of the telemetry table.
    ///
    /// @param window that was asked for, without the future
    /// @param model null for all
    /// @param host null for all
    /// @param definition null where no times are meant
    /// @param read when
    public Scope stored(TimeWindow window, @Nullable String model, @Nullable String host,
            @Nullable Definition definition, Instant read) {
        return new Scope(strings.text("explain.source.store"), filter(window, model, host),
                definition == null ? "" : definition(definition), readStored(read));
    }

    public String filter(TimeWindow window, @Nullable String model, @Nullable String host) {
        return strings.text("explain.filter", formats.full(window.from()), formats.full(window.to()),
                model == null ? strings.text("explain.models.all") : Legible.name(model),
                host == null ? strings.text("explain.host.all") : host);
    }

    /// When something was read that is read with each beat of the window.
    public String readStored(Instant at) {
        return strings.text("explain.read.store", formats.full(at));
    }

    public String definition(Definition definition) {
        return new DefinitionWords(strings).whole(definition);
    }

    public String requests(long requests, long tokens) {
        return strings.text("explain.count.requests", formats.count(requests), formats.count(tokens));
    }

    public String text(String key, Object... values) {
        return strings.text(key, values);
    }

    /// A figure with its unit.
    public static String value(KeyFigure figure) {
        return (figure.value() + " " + figure.unit()).strip();
    }
}
