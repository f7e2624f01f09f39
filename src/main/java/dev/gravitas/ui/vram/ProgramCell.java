package dev.gravitas.ui.vram;

import dev.gravitas.ui.fx.Styles;
import dev.gravitas.ui.fx.WholeText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;

/// A program in the table; one that is not there, or hides its name, is marked.
final class ProgramCell extends TableCell<HolderRow, HolderRow.Program> {
    private final FontIcon mark = new FontIcon("mdmz-warning");

    ProgramCell() {
        getStyleClass().add("program-cell");
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(HolderRow.@Nullable Program program, boolean empty) {
        super.updateItem(program, empty);
        boolean doubtful = !empty && program != null && !program.doubt().isEmpty();
        pseudoClassStateChanged(Styles.WARNING, doubtful);
        setGraphic(doubtful ? mark : null);
        if (empty || program == null) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(program.name());
        WholeText.tell(this, doubtful ? program.name() + "\n" + program.doubt() : program.name());
        setAccessibleHelp(program.doubt());
    }
}
