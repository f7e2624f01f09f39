package dev.gravitas.ui.command;

import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the palette offers for what is typed. FX thread only.
public final class PaletteViewModel {
    private final Supplier<Commands> commands;
    private final StringProperty question = new SimpleStringProperty("");
    private final ObservableList<Command> found = FXCollections.observableArrayList();

    /// @param commands asked each time it opens
    public PaletteViewModel(Supplier<Commands> commands) {
        this.commands = commands;
        question.subscribe(this::search);
    }

    StringProperty question() {
        return question;
    }

    ObservableList<Command> found() {
        return found;
    }

    /// Begins anew.
    void open() {
        question.set("");
        search();
    }

    private void search() {
        found.setAll(commands.get().matching(question.get()));
    }
}
