package dev.gravitas.store.postgres;

import dev.gravitas.model.Definition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// One row of `system_telemetry` and what the specification's section 5 says about it, in plain Java: the independent
/// half of every comparison, so nothing here may call the product.
record RawRow(String eventType, @Nullable String component, @Nullable Double value, @Nullable JsonNode metadata,
        @Nullable String status, Instant time, String host) {

    private static final Set<String> FAILED = Set.of("error", "failed", "failure", "timeout", "aborted", "cancelled",
            "no_tokens");
    private static final Pattern SPELLED = Pattern
            .compile("[ \\t]*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?[ \\t]*");
    private static final int LONGEST_SPELLED = 64;
    private static final BigDecimal LEAST = new BigDecimal("1e-15");
    private static final BigDecimal MOST = new BigDecimal("1e15");
    private static final long BUCKET = Duration.ofMinutes(15).toSeconds();

    boolean isRequest() {
        return eventType.equals("THOUGHT_LATENCY");
    }

    boolean isLoad() {
        return eventType.equals("LOAD_LATENCY");
    }

    boolean isVramCheck() {
        return eventType.equals("VRAM_CHECK");
    }

    boolean isFailed() {
        return status != null && FAILED.contains(status.toLowerCase(Locale.ROOT));
    }

    String model() {
        return component == null ? "(unnamed)" : ShortNames.of(component);
    }

    Definition definition() {
        return Definition.of(text("definition"));
    }

    /// Start of its 15 minutes.
    Instant bucket() {
        if (time.isBefore(RawRows.FIRST_BUCKET) || !time.isBefore(RawRows.END_BUCKET)) {
            return time.isBefore(RawRows.FIRST_BUCKET) ? RawRows.FIRST : RawRows.LAST;
        }
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), BUCKET) * BUCKET);
    }

    /// A text under a key of the metadata, null where it is none.
    @Nullable
    String text(String key) {
        @Nullable
        JsonNode found = metadata == null || !metadata.isObject() ? null : metadata.get(key);
        if (found == null || found.isNull()) {
            return null;
        }
        return found.isString() ? found.stringValue() : found.toString();
    }

    /// A number under a key of the metadata, or one that a string spells; null where no machine can have it.
    @Nullable
    Double number(String key) {
        @Nullable
        JsonNode found = metadata == null || !metadata.isObject() ? null : metadata.get(key);
        if (found == null) {
            return null;
        }
        if (found.isNumber()) {
            return plausible(found.decimalValue());
        }
        boolean spelled = found.isString() && found.stringValue().length() <= LONGEST_SPELLED
                && SPELLED.matcher(found.stringValue()).matches();
        return spelled ? plausible(new BigDecimal(found.stringValue().strip())) : null;
    }

    /// As [#number], and null for one below zero: for times and sizes.
    @Nullable
    Double size(String key) {
        return positiveOrZero(number(key));
    }

    private static @Nullable Double positiveOrZero(@Nullable Double number) {
        return number == null || number < 0 ? null : number;
    }

    private @Nullable Double plausibleValue() {
        return value == null ? null : plausible(BigDecimal.valueOf(value));
    }

    private static @Nullable Double plausible(BigDecimal number) {
        BigDecimal size = number.abs();
        boolean kept = size.signum() == 0 || size.compareTo(LEAST) >= 0 && size.compareTo(MOST) <= 0;
        return kept ? number.doubleValue() : null;
    }

    /// Tokens of a request.
    @Nullable
    Double tokens() {
        return number("tokens_generated");
    }

    /// Inference time of a request that enters efficiency: told, or value (ms/token) times tokens. Null for all others.
    @Nullable
    Double ms() {
        @Nullable
        Double tokens = tokens();
        if (!isRequest() || isFailed() || tokens == null || tokens <= 0) {
            return null;
        }
        @Nullable
        Double told = size("inference_time_ms");
        @Nullable
        Double perToken = positiveOrZero(plausibleValue());
        if (told != null) {
            return told;
        }
        return perToken == null ? null : perToken * tokens;
    }

    boolean isRanked() {
        return ms() != null;
    }

    @Nullable
    Double tokensIfRanked() {
        return isRanked() ? tokens() : null;
    }

    /// What the row is about: ms/token of a ranked request, seconds of a load that succeeded, else the value.
    @Nullable
    Double figure() {
        if (isRequest()) {
            @Nullable
            Double ms = ms();
            @Nullable
            Double tokens = tokens();
            return ms == null || tokens == null ? null : ms / tokens;
        }
        if (isLoad()) {
            return isFailed() ? null : positiveOrZero(plausibleValue());
        }
        return plausibleValue();
    }

    /// Its logarithm, of a latency above zero.
    @Nullable
    Double lnFigure() {
        @Nullable
        Double figure = isRequest() || isLoad() ? figure() : null;
        return figure == null || figure <= 0 ? null : Math.log(figure);
    }

    /// The least that a row tells of its figure: free VRAM has a minimum since the row before.
    @Nullable
    Double leastFigure() {
        @Nullable
        Double figure = figure();
        @Nullable
        Double least = isVramCheck() ? size("min_free") : null;
        if (figure == null || least == null) {
            return figure == null ? least : figure;
        }
        return Math.min(figure, least);
    }

    /// VRAM in use.
    @Nullable
    Double used() {
        return isVramCheck() ? size("used") : null;
    }

    @Nullable
    Double prefillMs() {
        return isRanked() ? size("prefill_ms") : null;
    }

    /// Prompt tokens that were not cached, where the time for them is told.
    @Nullable
    Double prefillTokens() {
        @Nullable
        Double prompt = prefillMs() == null ? null : number("prompt_tokens");
        @Nullable
        Double cached = number("cached_prompt_tokens");
        return prompt == null ? null : positiveOrZero(prompt - (cached == null ? 0 : cached));
    }

    @Nullable
    Double decodeMs() {
        return isRanked() ? size("decode_ms") : null;
    }

    /// Tokens whose decoding time is told.
    @Nullable
    Double decodeTokens() {
        return decodeMs() == null ? null : tokens();
    }
}
