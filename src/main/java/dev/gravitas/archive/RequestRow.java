package dev.gravitas.archive;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.gravitas.model.Definition;
import dev.gravitas.telemetry.ThoughtSample;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// One row of a file of requests, read strictly: a number that is not quite one is a bad row, never a guess.
record RequestRow(RequestColumns columns, CsvRecord row) {
    private static final int MAX_MODEL_LENGTH = 1_000;
    /// Java would also take `1d`, `0x1p3` and `NaN`.
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");
    private static final int MAX_NUMBER_LENGTH = 64;

    /// The text of `error` is looked at and never kept: it may hold anything.
    ThoughtSample sample() throws BadRowException {
        if (row.getFieldCount() != columns.size()) {
            throw new BadRowException(line(), null, null,
                    "has " + row.getFieldCount() + " fields, the header has " + columns.size());
        }
        if (!CsvPass.isText(row)) {
            throw new BadRowException(line(), null, null, "holds bytes that are not UTF-8 text");
        }
        var error = columns.text(row, RequestColumns.ERROR);
        return new ThoughtSample(model(), seconds(RequestColumns.INFERENCE_TIME),
                count(RequestColumns.TOKENS_GENERATED), count(RequestColumns.PROMPT_TOKENS),
                optionalSeconds(RequestColumns.TTFT), Definition.E2E, "import", error != null && !error.isBlank());
    }

    private String model() throws BadRowException {
        var model = required(RequestColumns.COMPONENT);
        if (model.length() > MAX_MODEL_LENGTH) {
            throw bad(RequestColumns.COMPONENT, "is longer than " + MAX_MODEL_LENGTH + " characters");
        }
        return model;
    }

    private int count(String column) throws BadRowException {
        var number = number(column, required(column));
        try {
            int count = number.intValueExact();
            if (count < 0) {
                throw bad(column, "must not be negative");
            }
            return count;
        } catch (ArithmeticException e) {
            throw bad(column, "is not a whole number below 2^31");
        }
    }

    private @Nullable Double optionalSeconds(String column) throws BadRowException {
        var text = columns.text(row, column);
        return text == null || text.isBlank() ? null : seconds(column);
    }

    private double seconds(String column) throws BadRowException {
        double seconds = number(column, required(column)).doubleValue();
        if (seconds < 0) {
            throw bad(column, "must not be negative");
        }
        if (!Double.isFinite(seconds * 1000)) {
            throw bad(column, "is too large");
        }
        return seconds;
    }

    private BigDecimal number(String column, String text) throws BadRowException {
        if (text.length() > MAX_NUMBER_LENGTH || !NUMBER.matcher(text).matches()) {
            throw bad(column, "is not a number");
        }
        return new BigDecimal(text);
    }

    private String required(String column) throws BadRowException {
        var text = columns.text(row, column);
        if (text == null || text.isBlank()) {
            throw bad(column, "is missing");
        }
        return text.strip();
    }

    private BadRowException bad(String column, String reason) {
        return new BadRowException(line(), column, columns.text(row, column), reason);
    }

    private long line() {
        return row.getStartingLineNumber();
    }
}
