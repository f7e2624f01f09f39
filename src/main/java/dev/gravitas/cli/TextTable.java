package dev.gravitas.cli;

import dev.gravitas.model.Legible;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Columns of text for the terminal: the first `leftAligned` columns to the left, numbers after them to the right.
final class TextTable {
    private final int leftAligned;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(int leftAligned, String... headers) {
        this.leftAligned = leftAligned;
        rows.add(List.of(headers));
    }

    void row(String... cells) {
        rows.add(Stream.of(cells).map(Legible::text).toList());
    }

    void print(PrintWriter out) {
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                var gap = " ".repeat(width(column) - row.get(column).length());
                line.append(column < leftAligned ? row.get(column) + gap : gap + row.get(column)).append("  ");
            }
            out.println(line.toString().stripTrailing());
        }
        out.flush();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
