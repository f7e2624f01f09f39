package dev.gravitas.ui.explain;

import dev.gravitas.model.Definition;
import dev.gravitas.ui.fx.Strings;

/// What the time of a request covers, in words. Thread-safe.
public record DefinitionWords(Strings strings) {
    /// As the end of a sentence.
    public String whole(Definition definition) {
        return switch (definition) {
            case INFERENCE -> strings.text("definition.inference");
            case E2E -> strings.text("definition.e2e");
            case DECODE -> strings.text("definition.decode");
            case FOREIGN -> strings.text("definition.foreign");
        };
    }

    /// Where there is little room.
    public String brief(Definition definition) {
        return switch (definition) {
            case INFERENCE -> strings.text("definition.inference.brief");
            case E2E -> strings.text("definition.e2e.brief");
            case DECODE -> strings.text("definition.decode.brief");
            case FOREIGN -> strings.text("definition.foreign.brief");
        };
    }
}
