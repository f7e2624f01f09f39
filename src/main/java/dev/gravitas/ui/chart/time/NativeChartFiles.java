package dev.gravitas.ui.chart.time;

import dev.gravitas.config.WholeFile;
import dev.gravitas.ui.fx.Strings;

import java.io.IOException;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The file dialog of the operating system.
public class NativeChartFiles implements ChartFiles {
    private final Strings strings;

    public NativeChartFiles(Strings strings) {
        this.strings = strings;
    }

    @Override
    public Optional<Target> ask(Window owner, String name) {
        var ending = name.substring(name.lastIndexOf('.'));
        var chooser = new FileChooser();
        chooser.setTitle(strings.text("chart.save.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(strings.text("chart.save.filter", ending), "*" + ending));
        // Not said to be replaced: not every dialog asks, and none asks about a name that it completes itself.
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(file -> new Target(file.toPath(), false));
    }

    @Override
    public void write(Target target, byte[] content) throws IOException {
        var file = new WholeFile(target.file());
        if (target.replace()) {
            file.write(content);
        } else {
            file.create(content);
        }
    }
}
