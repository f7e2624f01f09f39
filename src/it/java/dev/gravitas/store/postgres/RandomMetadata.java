package dev.gravitas.store.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Metadata that programs write: right, half right and wrong.
final class RandomMetadata {
    private static final List<String> NO_OBJECTS = List.of("null", "true", "1", "\"source\"", "[]", "[\"definition\"]",
            "[{\"tokens_generated\": 1}]", "[\"source\", \"tokens_generated\"]");
    private static final List<String> NUMBERS = List.of("tokens_generated", "inference_time_ms", "ttft_ms",
            "prefill_ms",
            "decode_ms", "prompt_tokens", "cached_prompt_tokens", "used", "min_free", "total");
    private static final List<String> TEXTS = List.of("source", "engine", "engine_version", "digest", "quant",
            "depth_bucket", "load_kind", "model");
    private static final List<String> DEFINITIONS = List.of("\"inference\"", "\"inference\"", "\"e2e\"", "\"decode\"",
            "\"foreign\"", "\"Inference\"", "\"\"", "7", "null");
    private static final List<String> ODD_NUMBERS = List.of("0", "-0", "-5", "1e400", "-1e400", "1e-400", "1e15",
            "1000000000000000.1", "1e-15", "9e-16", "9007199254740993", "0.5", "null", "true", "{}", "[1]", "\"\"",
            "\"10\"", "\" 5e1 \"", "\"\\t7\"", "\"7\\n\"", "\"+3\"", "\".5\"", "\"5.\"", "\".\"", "\"-2\"", "\"1e999\"",
            "\"1e-999\"", "\"1e9999999999\"", "\"NaN\"", "\"Infinity\"", "\"0x10\"", "\"1_000\"", "\"12abc\"",
            "\"" + "0".repeat(62) + "17\"", "\"" + "0".repeat(63) + "17\"");
    private static final List<String> RESIDENCIES = List.of("0.37", "1", "0", "1.7", "-0.2", "1e400", "\"gpu\"",
            "null");

    private final Random random;

    RandomMetadata(Random random) {
        this.random = random;
    }

    String anything() {
        return random.nextInt(12) == 0 ? pick(NO_OBJECTS) : object();
    }

    /// A JSON object.
    String object() {
        List<String> members = new ArrayList<>();
        NUMBERS.forEach(key -> member(members, key, key.equals("tokens_generated") ? 12 : 2, 13, number(key)));
        TEXTS.forEach(key -> member(members, key, 1, 13, text()));
        member(members, "definition", 9, 13, pick(DEFINITIONS));
        member(members, "residency", 1, 13, pick(RESIDENCIES));
        return "{" + String.join(", ", members) + "}";
    }

    private void member(List<String> members, String key, int chance, int of, String value) {
        if (random.nextInt(of) < (key.equals("inference_time_ms") ? of / 2 : chance)) {
            members.add("\"" + key + "\": " + value);
        }
    }

    private String number(String key) {
        if (random.nextInt(8) == 0) {
            return pick(ODD_NUMBERS);
        }
        return key.contains("tokens")
                ? Integer.toString(1 + random.nextInt(4000))
                : Double.toString(Math.exp(random.nextGaussian() * 2 + 5));
    }

    private String text() {
        return switch (random.nextInt(6)) {
            case 0 -> "null";
            case 1 -> "\"" + "d".repeat(100) + "\"";
            case 2 -> "\"\"";
            case 3 -> "42";
            default -> random.nextBoolean() ? "\"one\"" : "\"two ü\"";
        };
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
