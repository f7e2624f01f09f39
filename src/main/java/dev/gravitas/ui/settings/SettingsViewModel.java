package dev.gravitas.ui.settings;

import dev.gravitas.config.Setting;
import dev.gravitas.config.SettingsEditor.Change;
import dev.gravitas.config.SettingsException;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Notice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings as they are written, what is typed over them, and the last change, which can be taken back. FX thread only.
public final class SettingsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsViewModel.class);

    private final SettingsPort port;
    private final SettingsPresenter presenter;
    private final LiveView.Tools tools;
    private final LiveView<SettingsScreen> live;
    private final Map<Setting, SettingEdit> edits = new EnumMap<>(Setting.class);
    private final ReadOnlyObjectWrapper<Optional<LastChange>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// What was changed last.
    ///
    /// @param undo takes it back, null where that has been done
    record LastChange(Notice notice, @Nullable Runnable undo) {}

    public SettingsViewModel(SettingsPort port, SettingsPresenter presenter, LiveView.Tools tools) {
        this.port = port;
        this.presenter = presenter;
        this.tools = tools;
        live = new LiveView<>(() -> () -> presenter.present(port.present()), tools);
        for (var setting : Setting.values()) {
            edits.put(setting, new SettingEdit(setting, presenter.fault(setting)));
        }
        live.screen()
                .subscribe(screen -> screen.ifPresent(now -> now.rows()
                        .forEach(row -> edit(row.setting()).present(row.value()))));
    }

    public LiveView<SettingsScreen> live() {
        return live;
    }

    SettingsPresenter presenter() {
        return presenter;
    }

    SettingEdit edit(Setting setting) {
        return Objects.requireNonNull(edits.get(setting));
    }

    ReadOnlyObjectProperty<Optional<LastChange>> last() {
        return last.getReadOnlyProperty();
    }

    /// Saves what is typed, if it can be used.
    void save(Setting setting) {
        var edit = edit(setting);
        if (edit.savable().get()) {
            write(setting, edit.value().isEmpty() ? null : edit.value(), change -> {
                edit.accepted();
                changed(change);
            });
        }
    }

    /// Takes a setting out of the file.
    void reset(Setting setting) {
        edit(setting).discard();
        write(setting, null, this::changed);
    }

    private void changed(Change change) {
        var setting = change.setting();
        last.set(Optional.of(new LastChange(new Notice(presenter.saved(setting), presenter.counts(setting)),
                () -> undo(change))));
    }

    private void undo(Change change) {
        var setting = change.setting();
        edit(setting).discard();
        write(setting, change.before(), _ -> last.set(Optional.of(
                new LastChange(new Notice(presenter.undone(setting), presenter.counts(setting)), null))));
    }

    /// Chooses something that counts at once, in a way that can be taken back.
    ///
    /// @param words what has been done then
    <T> void choose(ObjectProperty<T> preference, T choice, Notice words, Notice undone) {
        var before = preference.get();
        if (!before.equals(choice)) {
            preference.set(choice);
            last.set(Optional.of(new LastChange(words, () -> {
                preference.set(before);
                last.set(Optional.of(new LastChange(undone, null)));
            })));
        }
    }

    void dismiss() {
        last.set(Optional.empty());
    }

    private void write(Setting setting, @Nullable String value, Consumer<Change> done) {
        edit(setting).saving().set(true);
        try {
            tools.work().execute(() -> tools.bridge().run(attempt(setting, value, done)));
        } catch (RejectedExecutionException closing) {
            LOG.debug("nothing is saved any more: the console is closing");
        }
    }

    // On a background thread.
    private Runnable attempt(Setting setting, @Nullable String value, Consumer<Change> done) {
        try {
            var change = port.change(setting, value);
            return () -> ended(setting, () -> done.accept(change));
        } catch (SettingsException e) {
            return refused(setting, String.join("\n", e.faults()));
        } catch (IOException e) {
            return refused(setting, String.valueOf(e.getMessage()));
        }
    }

    private Runnable refused(Setting setting, String why) {
        LOG.info("{} was not saved: {}", setting.key(), why);
        return () -> ended(setting, () -> edit(setting).refused(why));
    }

    private void ended(Setting setting, Runnable result) {
        edit(setting).saving().set(false);
        result.run();
        live.refreshAgain();
    }
}
