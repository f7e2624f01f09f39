package dev.gravitas.ui.vram;

import dev.gravitas.model.VramRecord;
import dev.gravitas.ui.filter.WindowChoice;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the store has of GPUs.
///
/// @param choice the window that was chosen when it was asked
/// @param chart of that window
/// @param lockouts of that window, or of the last seven days where a shorter one ends now
record Stored(WindowChoice choice, VramRecord chart, VramRecord lockouts) implements Screen {
    /// All that is known of GPUs, once each by host and GPU.
    List<VramRecord.Line> lines() {
        return Stream.concat(chart.lines().stream(), lockouts.lines().stream())
                .collect(Collectors.toMap(line -> List.of(line.host(), line.gpu()), line -> line, (_, later) -> later,
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /// Never: what is read now may be there without it.
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
