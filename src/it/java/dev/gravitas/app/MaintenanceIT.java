package dev.gravitas.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.maintenance.Duty;
import dev.gravitas.maintenance.Finding;
import dev.gravitas.maintenance.Maintenance;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.testing.SupervisedDatabase;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;

class MaintenanceIT {
    @Test
    void keepsWhatDutiesFoundWhereEveryConsoleSeesIt() throws Exception {
        var clock = Clock.systemUTC();
        try (var server = new SupervisedDatabase(clock)) {
            var database = server.database();
            var maintenance = new Maintenance(database.queries(), database.notes(), () -> FootprintThresholds.DEFAULT,
                    clock);
            maintenance.performDue();
            for (var duty : Duty.values()) {
                var record = duty.last(database.queries().upkeep()).orElseThrow();
                assertThat(record.doneAt()).isBetween(clock.instant().minusSeconds(60), clock.instant());
            }
            assertThat(Finding.of(Duty.FOOTPRINT.last(database.queries().upkeep()).orElseThrow().detail()).verdict())
                    .isEqualTo(Finding.Verdict.WELL);
            var first = Duty.FOOTPRINT.last(database.queries().upkeep());
            new Maintenance(database.queries(), database.notes(), () -> new FootprintThresholds(1, 1),
                    Clock.offset(clock, Duration.ofHours(1))).performDue();
            assertThat(Duty.FOOTPRINT.last(database.queries().upkeep())).as("not due, whoever looks").isEqualTo(first);
        }
    }
}
