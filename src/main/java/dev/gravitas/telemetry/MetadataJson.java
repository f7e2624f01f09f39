package dev.gravitas.telemetry;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.util.Map;

/// Turns metadata into the text of a JSON object, within the limits of the specification. Thread-safe.
public final class MetadataJson {
    /// Of the JSON text in UTF-8.
    public static final int MAX_BYTES = 64 * 1024;
    /// Of nested objects and arrays, the outermost counted as one.
    public static final int MAX_DEPTH = 32;

    private static final JsonFactory FACTORY = new JsonFactory();

    private MetadataJson() {
    }

    /// The map as it is now; later changes to it are not seen. Numbers that are not finite become null.
    static @Nullable String of(@Nullable Map<String, ?> metadata) throws RefusedException {
        return metadata == null ? null : write(json -> new MetadataTree(json).write(metadata, 1));
    }

    /// What a request tells about itself.
    static String of(ThoughtSample sample) throws RefusedException {
        return write(json -> {
            json.writeStartObject();
            json.writeStringProperty("model", CleanText.of(sample.model()));
            json.writeNumberProperty("inference_time_ms", sample.inferenceTimeMs());
            json.writeNumberProperty("tokens_generated", sample.tokensGenerated());
            json.writeNumberProperty("prompt_tokens", sample.promptTokens());
            json.writeNumberProperty("total_tokens", (long) sample.promptTokens() + sample.tokensGenerated());
            number(json, "latency_per_token_ms", sample.msPerToken());
            if (sample.ttftSeconds() != null) {
                json.writeNumberProperty("ttft_ms", sample.ttftSeconds() * 1000);
            }
            json.writeStringProperty("definition", sample.definition().text());
            if (sample.source() != null) {
                json.writeStringProperty("source", CleanText.of(sample.source()));
            }
            json.writeEndObject();
        });
    }

    /// What a load of a model tells about itself.
    static String ofLoad(String model, double loadTimeMs) throws RefusedException {
        return write(json -> {
            json.writeStartObject();
            json.writeStringProperty("model", CleanText.of(model));
            json.writeNumberProperty("load_time_ms", loadTimeMs);
            json.writeEndObject();
        });
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private static String write(Body body) throws RefusedException {
        var text = new BoundedText(MAX_BYTES);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            body.write(json);
        } catch (JacksonException e) {
            throw new RefusedException(e.getCause() instanceof BoundedText.FullException
                    ? Refusal.METADATA_TOO_LARGE
                    : Refusal.METADATA_INVALID);
        }
        return text.toString();
    }

    private interface Body {
        void write(JsonGenerator json) throws RefusedException;
    }
}
