package dev.gravitas.report;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;

/// Documents as JSON text and back. Immutable, thread-safe.
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .defaultPrettyPrinter(lineByLine())
            .addModule(new SimpleModule().addSerializer(Double.class, new FiniteOrNull())
                    .addSerializer(Double.TYPE,
                            new FiniteOrNull()))
            .build();

    private JsonText() {
    }

    /// On one line, for programs.
    public static String compact(Document document) {
        return MAPPER.writeValueAsString(shown(document));
    }

    /// Indented, one entry of an array to a line, without a line end at the end; for people and scripts alike.
    public static String pretty(Document document) {
        return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(shown(document));
    }

    private static Object shown(Document document) {
        if (document instanceof DemoDocument(var figures)) {
            ObjectNode labelled = MAPPER.createObjectNode().put("demo", true);
            return labelled.setAll((ObjectNode) MAPPER.valueToTree(figures));
        }
        return document;
    }

    /// Unknown keys are passed over, missing ones are a fault.
    ///
    /// @throws IOException when the text is no such document
    public static <T extends Document> T read(String text, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IOException("Not a readable " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    private static DefaultPrettyPrinter lineByLine() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    // JSON has no word for NaN and infinity, and text in a number's place breaks readers.
    private static final class FiniteOrNull extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }
}
