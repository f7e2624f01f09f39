package dev.gravitas.e2e.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gravitas.model.EfficiencyQuery;
import dev.gravitas.model.EfficiencyRanking;
import dev.gravitas.model.TimeWindow;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.postgres.PostgresDatabase;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;

/// The console's figures, which come from rollups, against the rows themselves.
public final class Figures {
    private static final Duration LONGER_THAN_ANY_TORTURE = Duration.ofDays(2);

    private Figures() {
    }

    /// Nothing may be written meanwhile.
    public static void assertEqualTheRows(TelemetryTable table) throws StoreException, SQLException {
        try (var timer = Executors.newScheduledThreadPool(2);
                var database = PostgresDatabase.open(new PostgresDatabase.Setup("torture", table::login, "torture",
                        Clock.systemUTC(), false, timer, Thread.ofPlatform().daemon().factory()))) {
            assertThat(database.queries().storedRows().total()).as("rows by the rollups").isEqualTo(table.count());
            assertSame(database.queries()
                    .efficiency(EfficiencyQuery
                            .of(TimeWindow.last(LONGER_THAN_ANY_TORTURE, Clock.systemUTC().instant()))),
                    table);
        }
    }

    private static void assertSame(EfficiencyRanking ranking, TelemetryTable table)
            throws SQLException, StoreException {
        var naive = table.efficiency();
        assertThat(ranking.models()).hasSize(naive.size()).allSatisfy(model -> {
            double expected = naive.getOrDefault(model.component(), Double.NaN);
            assertThat(model.efficiencyScore()).as(model.component()).isCloseTo(expected, within(expected * 1e-9));
        });
    }
}
