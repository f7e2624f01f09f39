package dev.gravitas.ui.imports;

import dev.gravitas.ui.fx.Strings;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The file dialog of the operating system.
public final class NativeFileQuestion implements FileQuestion {
    private final Strings strings;

    public NativeFileQuestion(Strings strings) {
        this.strings = strings;
    }

    @Override
    public Optional<Path> ask(Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(strings.text("import.choose"));
        chooser.getExtensionFilters()
                .addAll(new FileChooser.ExtensionFilter(strings.text("import.choose.csv"), "*.csv"),
                        new FileChooser.ExtensionFilter(strings.text("import.choose.all"), "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
