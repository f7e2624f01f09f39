package dev.gravitas.ui.help;

import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Strings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Shows the folders that the console keeps, or says where they are when this system cannot. FX thread only.
public final class FoldersViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(FoldersViewModel.class);

    private final HelpPort port;
    private final LiveView.Tools tools;
    private final Strings strings;
    private final ReadOnlyObjectWrapper<Optional<Notice>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    public FoldersViewModel(HelpPort port, LiveView.Tools tools, Strings strings) {
        this.port = port;
        this.tools = tools;
        this.strings = strings;
    }

    /// Why the last one could not be shown; stays until it is put away or another one is.
    public ReadOnlyObjectProperty<Optional<Notice>> failure() {
        return failure.getReadOnlyProperty();
    }

    public void showData() {
        show(port.dataFolder());
    }

    public void showLogs() {
        show(port.logs());
    }

    public void dismiss() {
        failure.set(Optional.empty());
    }

    private void show(Path folder) {
        dismiss();
        try {
            tools.work().execute(() -> attempt(folder));
        } catch (RejectedExecutionException closing) {
            LOG.debug("no folder is shown any more: the console is closing");
        }
    }

    // On a background thread.
    private void attempt(Path folder) {
        try {
            port.show(folder);
        } catch (IOException e) {
            LOG.info("A folder was not shown: {}", e.getMessage());
            var notice = new Notice(strings.text("folder.failed", folder), String.valueOf(e.getMessage()));
            tools.bridge().run(() -> failure.set(Optional.of(notice)));
        }
    }
}
