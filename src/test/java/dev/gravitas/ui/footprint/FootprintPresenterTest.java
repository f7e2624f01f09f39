package dev.gravitas.ui.footprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.model.FootprintThresholds;
import dev.gravitas.store.StoreException;
import dev.gravitas.testing.SampleQueries;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.junit.jupiter.api.Test;

import java.util.Locale;

class FootprintPresenterTest {
    private final FootprintPresenter presenter = new FootprintPresenter(() -> FootprintThresholds.DEFAULT,
            new Formats(Locale.ENGLISH), new Strings(Locale.ENGLISH));

    private FootprintScreen screen(long rows) throws StoreException {
        return presenter.present(new SampleQueries().rows(rows).footprint());
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
    void splitsEachTableIntoDataAndIndexes() throws StoreException {
        assertThat(screen(72_000).tables().getFirst())
                .isEqualTo(new TableRow("system_telemetry", "72,000", "23.8 MB", "6.8 MB", "30.6 MB", "85 %"));
    }
}
