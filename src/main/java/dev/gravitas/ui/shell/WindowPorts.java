package dev.gravitas.ui.shell;

import dev.gravitas.gpu.GpuBoard;
import dev.gravitas.model.ConsoleStatus;
import dev.gravitas.store.TelemetryQueries;
import dev.gravitas.store.UpkeepNotes;
import dev.gravitas.ui.bell.Notifier;
import dev.gravitas.ui.help.HelpPort;
import dev.gravitas.ui.imports.ImportPort;
import dev.gravitas.ui.preferences.PreferencesPort;
import dev.gravitas.ui.settings.SettingsPort;

import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/// Everything that the window needs from the rest of the console.
///
/// @param queries may block; asked on `work` only
/// @param notes may block; written on `work` only
/// @param status what was last found out; must not block
/// @param gpus of this machine; never blocks
/// @param host under which this machine's rows are stored, empty while that is not known; may block, asked on `work` only
/// @param imports may block; called on `work` only
/// @param work background threads, enough for nine calls that block at once (six views, the row count, an import, a file that is
///   saved) and two that do not
/// @param timer fires the refresh; nothing blocks on it
/// @param settings may block, but for its thresholds; asked on `work` only
/// @param preferences of the operator; never waits
/// @param help may block, but for its folders; asked on `work` only
/// @param notifier may block; asked on `work` only
/// @param onClosed called once on the FX thread after the operator has closed the window; returns at once
public record WindowPorts(TelemetryQueries queries, UpkeepNotes notes, Supplier<ConsoleStatus> status, GpuBoard gpus,
        Supplier<String> host,
        ImportPort imports,
        Executor work, ScheduledExecutorService timer, Clock clock, SettingsPort settings,
        PreferencesPort preferences, HelpPort help, Notifier notifier, Runnable onClosed) {}
