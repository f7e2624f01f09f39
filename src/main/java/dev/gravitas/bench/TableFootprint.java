package dev.gravitas.bench;

import dev.gravitas.model.Footprint;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;

import java.time.Instant;
import java.time.OffsetDateTime;

/// Rows, exactly counted, oldest and newest record, and bytes.
final class TableFootprint implements Question<Footprint> {
    private final TelemetryQueries queries;
    private final PlainSql sql;
    private long before = -1;

    TableFootprint(TelemetryQueries queries, PlainSql sql) {
        this.queries = queries;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public Footprint ask(Instant now) throws StoreException {
        return queries.footprint();
    }

    /// While others write too, there may be more.
    @Override
    public boolean shows(Footprint answer, FreshRows.Row row) {
        long rows = answer.telemetryRows() - row.number();
        if (before < 0) {
            before = rows;
        }
        return rows >= before;
    }

    /// Bytes are left out: the server's own housekeeping may change them at any time.
    @Override
    public Answer figures(Footprint footprint) {
        var answer = new Answer().exact("rows", footprint.telemetryRows());
        if (footprint.oldestRecord() != null && footprint.newestRecord() != null) {
            answer.exact("oldest", footprint.oldestRecord().toEpochMilli())
                    .exact("newest", footprint.newestRecord().toEpochMilli());
        }
        return answer;
    }

    @Override
    public Answer askNaively(Instant now) {
        return sql.query(PlainSql.file("naive_footprint.sql"), row -> new Answer().exact("rows", row.getLong("rows"))
                .exact("oldest", row.getObject("oldest", OffsetDateTime.class).toInstant().toEpochMilli())
                .exact("newest", row.getObject("newest", OffsetDateTime.class).toInstant().toEpochMilli())).getFirst();
    }
}
