package dev.gravitas.telemetry;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/// Writes one value of a caller's metadata and all that hangs on it. The caller's objects are strangers: whatever they
/// throw is an answer about them and stays here.
final class MetadataTree {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonGenerator json;

    MetadataTree(JsonGenerator json) {
        this.json = json;
    }

    /// @param depth of this value if it is an object or array, the outermost being one
    void write(@Nullable Object value, int depth) throws RefusedException {
        try {
            writeAny(value, depth);
        } catch (JacksonException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw new RefusedException(Refusal.METADATA_INVALID);
        }
    }

    private void writeAny(@Nullable Object value, int depth) throws RefusedException {
        switch (value) {
            case null -> json.writeNull();
            case CharSequence text -> json.writeString(CleanText.of(text.toString()));
            case Boolean truth -> json.writeBoolean(truth);
            case Number number when isPlain(number) -> writeNumber(number);
            case Map<?, ?> map -> writeObject(map, depth);
            case Iterable<?> values -> writeArray(values, depth);
            case Object[] values -> writeArray(Arrays.asList(values), depth);
            default -> writeConverted(value, depth);
        }
    }

    private static boolean isPlain(Number number) {
        return number instanceof Double || number instanceof Float || number instanceof Long
                || number instanceof Integer || number instanceof Short || number instanceof Byte
                || number instanceof BigDecimal || number instanceof BigInteger;
    }

    /// JSON knows no NaN and no infinity; null says that there is no figure.
    private void writeNumber(Number number) {
        boolean fraction = number instanceof Double || number instanceof Float;
        if (fraction && !Double.isFinite(number.doubleValue())) {
            json.writeNull();
        } else {
            json.writeNumber(number.toString());
        }
    }

    private void writeObject(Map<?, ?> map, int depth) throws RefusedException {
        requireShallow(depth);
        json.writeStartObject();
        for (var entry : map.entrySet()) {
            json.writeName(CleanText.of(String.valueOf(entry.getKey())));
            write(entry.getValue(), depth + 1);
        }
        json.writeEndObject();
    }

    private void writeArray(Iterable<?> values, int depth) throws RefusedException {
        requireShallow(depth);
        json.writeStartArray();
        for (var value : values) {
            write(value, depth + 1);
        }
        json.writeEndArray();
    }

    /// Times, enums, records and the like, by way of maps, lists and plain values.
    private void writeConverted(Object value, int depth) throws RefusedException {
        var converted = MAPPER.convertValue(value, Object.class);
        if (converted != null && converted.getClass() == value.getClass()) {
            throw new RefusedException(Refusal.METADATA_INVALID);
        }
        write(converted, depth);
    }

    private static void requireShallow(int depth) throws RefusedException {
        if (depth > MetadataJson.MAX_DEPTH) {
            throw new RefusedException(Refusal.METADATA_TOO_DEEP);
        }
    }
}
