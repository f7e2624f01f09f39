package dev.gravitas.ui.overview;

import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.fx.Styles;
import dev.gravitas.ui.fx.WholeText;
import dev.gravitas.ui.vram.BarPart;
import dev.gravitas.ui.vram.GpuCardScreen;
import dev.gravitas.ui.vram.Legend;
import dev.gravitas.ui.vram.MemoryBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One GPU in short: what is free, a bar of who holds the rest, and how it stands in words.
final class GpuLine extends VBox {
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final Strings strings;
    private final Formats formats;
    private final Label title = new Label();
    private final Label free = new Label();
    private final MemoryBar bar = new MemoryBar();
    private final Label state = new Label();
    private final Legend legend = new Legend();
    private @Nullable GpuCardScreen shown;

    GpuLine(Formats formats, Strings strings) {
        this.formats = formats;
        this.strings = strings;
        getStyleClass().add("gpu-line");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        free.getStyleClass().add("strong");
        free.setMinWidth(USE_PREF_SIZE);
        state.getStyleClass().addAll("caption", "gpu-state");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        var head = new HBox(title, free);
        head.getStyleClass().add("gpu-head");
        bar.managedProperty().bind(bar.visibleProperty());
        legend.managedProperty().bind(legend.visibleProperty());
        getChildren().addAll(head, bar, state, legend);
    }

    /// @param roomy whether there is room to say who holds it
    void show(GpuCardScreen gpu, boolean roomy) {
        if (!gpu.equals(shown)) {
            shown = gpu;
            tell(gpu);
        }
        legend.setVisible(roomy && !gpu.parts().isEmpty());
    }

    private void tell(GpuCardScreen gpu) {
        setAccessibleText(gpu.spoken());
        title.setText(gpu.title());
        WholeText.tell(title, gpu.title());
        free.setText(gpu.parts().isEmpty() ? Formats.MISSING : strings.text("overview.gpu.free", gpu.free()));
        bar.show(gpu.parts(), gpu.parts().stream().map(this::words).toList(), gpu.tick(), strings.text("vram.tick"));
        bar.setVisible(!gpu.parts().isEmpty());
        legend.show(gpu.legend());
        state.setText(state(gpu));
        boolean worry = gpu.old() || !gpu.alert().isEmpty() || gpu.isClose();
        state.setGraphic(worry ? new FontIcon(gpu.locked() ? "mdal-error" : "mdmz-warning") : null);
        pseudoClassStateChanged(OLD, gpu.old());
        pseudoClassStateChanged(Styles.DANGER, gpu.locked());
    }

    private String words(BarPart part) {
        return strings.text("vram.part.words", part.name(), formats.memory(part.told()));
    }

    private String state(GpuCardScreen gpu) {
        if (gpu.parts().isEmpty()) {
            return Stream.of(gpu.old() ? gpu.age() : "", String.join(" ", gpu.notes()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(": "));
        }
        var used = strings.text("overview.gpu.used", gpu.used(), gpu.total(), gpu.percent());
        if (!gpu.old() && !gpu.alert().isEmpty()) {
            return String.join(" ", gpu.alert(), used);
        }
        return strings.text("overview.gpu.state", gpu.old()
                ? gpu.age()
                : strings.text(gpu.isClose() ? "overview.gpu.close" : "overview.gpu.enough"), used);
    }
}
