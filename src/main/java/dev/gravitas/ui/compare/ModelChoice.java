package dev.gravitas.ui.compare;

import dev.gravitas.model.Legible;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;

/// The choice of one model. What the code shows is no choice of the operator's. FX thread only.
public final class ModelChoice extends ComboBox<String> {
    private boolean showing;

    public ModelChoice() {
        getStyleClass().add("model-choice");
        setCellFactory(_ -> new Name());
        setButtonCell(new Name());
    }

    /// Tells each choice of the operator.
    void choose(Consumer<String> chosen) {
        setOnAction(_ -> {
            var now = getValue();
            if (!showing && now != null) {
                chosen.accept(now);
            }
        });
    }

    /// @param picked that counts now, empty for none
    void show(List<String> models, String picked) {
        showing = true;
        if (!getItems().equals(models)) {
            getItems().setAll(models);
        }
        setValue(picked.isEmpty() ? null : picked);
        showing = false;
    }

    private static final class Name extends ListCell<String> {
        Name() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(@Nullable String model, boolean empty) {
            super.updateItem(model, empty);
            var name = empty || model == null ? "" : Legible.name(model);
            setText(name);
            setTooltip(name.isEmpty() ? null : WholeText.of(name));
        }
    }
}
