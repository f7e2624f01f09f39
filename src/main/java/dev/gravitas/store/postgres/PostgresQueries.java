package dev.gravitas.store.postgres;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.Footprint;
import dev.gravitas.model.SixtyDayStatistics;
import dev.gravitas.model.StoredRows;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Reads grouped rows and lets [Ranking] and [Trends] decide.
final class PostgresQueries implements TelemetryQueries {
    private final ConnectionPool pool;
    private final Clock clock;

    PostgresQueries(ConnectionPool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public EfficiencyRanking efficiency(EfficiencyQuery query) throws StoreException {
        var groups = pool.use("The efficiency could not be read",
                connection -> Rows.read(connection, Sql.EFFICIENCY, statement -> {
                    Rows.bind(statement, query.window());
                    statement.setString(3, query.component());
                    statement.setString(4, query.component());
                }, Rows::efficiencyGroup));
        return Ranking.of(query, groups, clock.instant());
    }

    @Override
    public SixtyDayStatistics sixtyDays() throws StoreException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        TimeWindow window = new TimeWindow(Trends.firstDay(today).atStartOfDay(ZoneOffset.UTC).toInstant(),
                today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        return pool.use("The 60-day statistics could not be read", connection -> {
            var requests = Rows.read(connection, Sql.DAILY_EFFICIENCY, statement -> Rows.bind(statement, window),
                    Rows::dailyGroup);
            var loads = Rows.read(connection, Sql.LOAD_LATENCY, statement -> Rows.bind(statement, window),
                    Rows::loadGroup);
            return Trends.of(today, requests, loads, clock.instant());
        });
    }

    @Override
    public Footprint footprint() throws StoreException {
        return pool.use("The footprint could not be read", connection -> {
            var telemetry = Rows.read(connection, Sql.FOOTPRINT, Rows.NO_PARAMETERS, Rows::telemetry).getFirst();
            List<Footprint.Table> tables = new ArrayList<>(List.of(telemetry.table()));
            tables.addAll(Rows.read(connection, Sql.FOOTPRINT_OTHERS, Rows.NO_PARAMETERS, Rows::table));
            return new Footprint(tables, telemetry.databaseBytes(), telemetry.oldest(), telemetry.newest(),
                    clock.instant());
        });
    }

    @Override
    public StoredRows storedRows() throws StoreException {
        return pool.use("The row counts could not be read",
                connection -> Rows.read(connection, Sql.STORED_ROWS, Rows.NO_PARAMETERS, Rows::storedRows).getFirst());
    }
}
