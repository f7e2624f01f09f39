package dev.gravitas.ui.settings;

import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.List;
import java.util.Optional;

/// All that the settings view shows of what is written.
///
/// @param rows one for each setting, in the catalogue's order
/// @param faults what of the file cannot be read; empty for all well
public record SettingsScreen(List<SettingRow> rows, String faults) implements Screen {
    public SettingsScreen {
        rows = List.copyOf(rows);
    }

    /// Never: every setting has a value or says why not.
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
