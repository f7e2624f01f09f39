package dev.gravitas.ui.settings;

import dev.gravitas.config.Setting;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What an operator has typed for one setting and not saved yet. FX thread only.
final class SettingEdit {
    private final Setting setting;
    private final String rangeFault;
    private final StringProperty saved = new SimpleStringProperty("");
    private final StringProperty draft = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final BooleanProperty saving = new SimpleBooleanProperty();
    private final BooleanBinding changed;
    private final BooleanBinding savable;

    /// @param rangeFault what to say of a value out of range
    SettingEdit(Setting setting, String rangeFault) {
        this.setting = setting;
        this.rangeFault = rangeFault;
        changed = Bindings.createBooleanBinding(() -> !value().equals(saved.get()), draft, saved);
        savable = changed.and(fault.isEmpty()).and(saving.not());
        draft.subscribe((_, _) -> fault.set(isAllowed() ? "" : rangeFault));
    }

    private boolean isAllowed() {
        return value().isEmpty() || value().equals(saved.get()) || setting.allowed().admits(value());
    }

    /// What is in the field.
    StringProperty draft() {
        return draft;
    }

    /// What would be saved; empty for the default.
    String value() {
        return draft.get() == null ? "" : draft.get().strip();
    }

    /// Why the draft cannot be saved, empty where nothing is wrong with it.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    BooleanBinding changed() {
        return changed;
    }

    BooleanBinding savable() {
        return savable;
    }

    BooleanProperty saving() {
        return saving;
    }

    /// What is written now; a draft stays, and so does what was said of it.
    void present(String value) {
        if (value.equals(saved.get())) {
            return;
        }
        var untouched = !changed.get();
        saved.set(value);
        if (untouched) {
            draft.set(value);
            // Somebody else may have written what cannot be used.
            fault.set(value.isEmpty() || setting.allowed().admits(value) ? "" : rangeFault);
        }
    }

    /// The draft is what counts from now on.
    void accepted() {
        saved.set(value());
    }

    void refused(String why) {
        fault.set(why);
    }

    void discard() {
        draft.set(saved.get());
    }
}
