package dev.gravitas.ui.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.maintenance.Duty;
import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.model.UpkeepRecord;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

class FootprintPresenterTest {
    private final FootprintPresenter presenter = new FootprintPresenter(() -> FootprintThresholds.DEFAULT,
            new Formats(Locale.ENGLISH), new Strings(Locale.ENGLISH));

    private FootprintScreen screen(long rows) throws StoreException {
        return presenter.present(new SampleQueries().rows(rows).footprint(), List.of());
    }

    @Test
    void setsSizeAndRowsAgainstTheirLimits() throws StoreException {
        var screen = screen(72_000);
        assertThat(screen.size())
                .isEqualTo(new Meter("30.6 MB", 0.306, "31 % of 100 MB", "within limit", Meter.Level.OK));
        assertThat(screen.rows().detail()).isEqualTo("7 % of 1,000,000");
    }

    @Test
    void warnsNearTheLimitAndBeyondIt() throws StoreException {
        assertThat(screen(880_000).rows().level()).isEqualTo(Meter.Level.NEAR);
        assertThat(screen(1_000_001).rows().level()).isEqualTo(Meter.Level.OVER);
        assertThat(screen(1_000_000).rows().level()).isEqualTo(Meter.Level.NEAR);
    }

    @Test
    void showsRecordTimesWithTheirOffset() throws StoreException {
        assertThat(screen(10).oldest()).isEqualTo("2026-09-25 12:00:00 +00:00");
        assertThat(screen(0).oldest()).isEqualTo("none yet");
    }

    @Test
    void tellsOfEachDutyWhatItFoundAndWhenItIsDue() throws StoreException {
        var screen = presenter.present(new SampleQueries().footprint(),
                List.of(done("review_footprint", 20, "All well. Small."),
                        done("verify_pruning", 31 * 24, "Needs a look. Late.")));
        assertThat(screen.duties()).containsExactly(
                new DutyRow(Duty.FOOTPRINT, DutyRow.Level.WELL, "all well", "Small.",
                        "done 22 Nov 16:00", "next 23 Nov 16:00"),
                new DutyRow(Duty.EFFICIENCY, DutyRow.Level.NEVER, "never done",
                        "Compares each model’s last 7 days with the days before. A console that records does so weekly.",
                        "", "due now"),
                new DutyRow(Duty.PRUNING, DutyRow.Level.LOOK, "needs a look", "Late.",
                        "done 23 Oct 12:00", "was due 22 Nov 12:00"));
    }

    private static UpkeepRecord done(String task, int hoursAgo, String detail) {
        return new UpkeepRecord(task, SampleQueries.NOW.minus(Duration.ofHours(hoursAgo)), detail);
    }

    @Test
    void splitsEachTableIntoDataAndIndexes() throws StoreException {
        assertThat(screen(72_000).tables().getFirst())
                .isEqualTo(new TableRow("system_telemetry", "72,000", "23.8 MB", "6.8 MB", "30.6 MB", "85 %"));
    }
}
