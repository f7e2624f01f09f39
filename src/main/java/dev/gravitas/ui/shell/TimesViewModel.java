package dev.gravitas.ui.shell;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.ClockChoice;

import java.time.Clock;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// In which time moments are told: what the window says of it, and the change to the other. FX thread only.
final class TimesViewModel {
    private final ObjectProperty<ClockChoice> choice;
    private final Formats formats;
    private final Strings strings;
    private final Clock clock;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper help = new ReadOnlyStringWrapper();

    TimesViewModel(ObjectProperty<ClockChoice> choice, Formats formats, Strings strings, Clock clock) {
        this.choice = choice;
        this.formats = formats;
        this.strings = strings;
        this.clock = clock;
        choice.subscribe(_ -> tell());
    }

    /// `UTC`, or `Local +01:00`.
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /// What is told, and what pressing changes it to.
    ReadOnlyStringProperty help() {
        return help.getReadOnlyProperty();
    }

    void change() {
        choice.set(choice.get() == ClockChoice.UTC ? ClockChoice.LOCAL : ClockChoice.UTC);
    }

    /// Says it anew: the offset changes with summer time.
    void tell() {
        var zone = ZoneId.systemDefault();
        var local = formats.offset(clock.instant(), zone);
        var utc = choice.get() == ClockChoice.UTC;
        text.set(utc ? strings.text("times.utc") : strings.text("times.local", local));
        help.set(strings.text(utc ? "times.utc.help" : "times.local.help", zone.getId(), local));
    }
}
