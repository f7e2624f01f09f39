package dev.gravitas.archive;

import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where each column stands in a file of requests. Columns are found by name, in any order and letter case.
///
/// @param size columns in all
/// @param positions of the known columns by name
/// @param ignored names of the others
record RequestColumns(int size, Map<String, Integer> positions, List<String> ignored) {
    static final String COMPONENT = "component";
    static final String PROMPT_TOKENS = "prompt_tokens";
    static final String TOKENS_GENERATED = "tokens_generated";
    static final String TTFT = "ttft_s";
    static final String INFERENCE_TIME = "inference_time_s";
    static final String ERROR = "error";

    private static final List<String> REQUIRED = List
            .of(COMPONENT, PROMPT_TOKENS, TOKENS_GENERATED, INFERENCE_TIME, ERROR);
    /// `request` numbers the rows and is not unique, so it is known and not needed.
    private static final List<String> OPTIONAL = List.of("request", TTFT);

    /// @throws ImportException naming the columns that are missing or doubled
    static RequestColumns of(String fileName, CsvRecord header) throws ImportException {
        var positions = new HashMap<String, Integer>();
        var ignored = new ArrayList<String>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            var name = header.getField(i).strip().toLowerCase(Locale.ROOT);
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                ignored.add(Printable.of(header.getField(i)));
            } else if (positions.put(name, i) != null) {
                throw new ImportException(fileName + " has the column " + name + " twice.");
            }
        }
        requireAll(fileName, header, positions);
        return new RequestColumns(header.getFieldCount(), Map.copyOf(positions), List.copyOf(ignored));
    }

    /// The text of a column, null when the file does not have it.
    @Nullable
    String text(CsvRecord row, String column) {
        var position = positions.get(column);
        return position == null ? null : row.getField(position);
    }

    private static void requireAll(String fileName, CsvRecord header, Map<String, Integer> positions)
            throws ImportException {
        var missing = REQUIRED.stream().filter(name -> !positions.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new ImportException(fileName + " is not a CSV of requests: its first line lacks "
                    + String.join(", ", missing) + " (it reads: "
                    + Printable.of(String.join(",", header.getFields())) + ").");
        }
    }
}
