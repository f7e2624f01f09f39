package dev.gravitas.ui.vram;

import dev.gravitas.ui.chart.time.TimePicture;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.List;
import java.util.Optional;

/// All that the view of VRAM shows at one moment.
///
/// @param software the driver, and when it was read
/// @param mayRelease whether the GPUs are read, so that they can be released
/// @param released whether the operator has released them
/// @param history the chart; without lines where nothing is known of the window
/// @param historyNote why the chart has less than it could, empty for no reason
/// @param holderNotes why a GPU has no rows
/// @param lockoutsTitle of which time the lockouts are
/// @param lockoutsNote why there are none, empty where there are some
/// @param explained how all of it was measured
public record VramScreen(String software, boolean mayRelease, boolean released, Optional<FaultScreen> fault,
        List<GpuCardScreen> cards, TimePicture history, String historyNote,
        List<HolderRow> holders, List<String> holderNotes, List<LockoutRow> lockouts, String lockoutsTitle,
        String lockoutsNote, VramExplained explained, Optional<Notice> empty) implements Screen {
    public VramScreen {
        cards = List.copyOf(cards);
        holders = List.copyOf(holders);
        holderNotes = List.copyOf(holderNotes);
        lockouts = List.copyOf(lockouts);
    }
}
