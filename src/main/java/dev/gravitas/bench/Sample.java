package dev.gravitas.bench;

import dev.gravitas.store.embedded.ScratchPostgres;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;

/// The first rows of the telemetry table as files for COPY, so that every rate is measured on the same rows.
///
/// @param withHost the columns that the console writes
/// @param plain the six columns that every program knows
record Sample(long rows, Path withHost, Path plain) {
    static final String COLUMNS = "event_type, component, value, metadata, status, \"timestamp\"";

    /// @param end the time of the first row that is no part of it
    static Sample of(PlainSql sql, Instant end, ScratchPostgres server) throws IOException {
        String rows = " FROM system_telemetry WHERE \"timestamp\" < '" + end.atOffset(ZoneOffset.UTC) + "'";
        var sample = new Sample(sql.number("SELECT count(*)" + rows), server.file("sample-host.txt"),
                server.file("sample.txt"));
        write(sql, COLUMNS + ", host" + rows, sample.withHost);
        write(sql, COLUMNS + rows, sample.plain);
        server.share(sample.withHost);
        server.share(sample.plain);
        return sample;
    }

    private static void write(PlainSql sql, String columns, Path file) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            sql.copyOut("COPY (SELECT " + columns + " ORDER BY \"timestamp\") TO STDOUT", out);
        }
    }
}
