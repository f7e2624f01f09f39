package dev.gravitas.ui.help;

import dev.gravitas.ui.fx.Strings;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The file dialog of the operating system.
public final class NativeSaveQuestion implements SaveQuestion {
    private final Strings strings;

    public NativeSaveQuestion(Strings strings) {
        this.strings = strings;
    }

    @Override
    public Optional<Path> ask(Window owner, String name) {
        var chooser = new FileChooser();
        chooser.setTitle(strings.text("bundle.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(strings.text("bundle.choose"), "*.zip"));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
