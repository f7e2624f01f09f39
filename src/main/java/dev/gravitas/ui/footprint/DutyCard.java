package dev.gravitas.ui.footprint;

import dev.gravitas.ui.fx.AskMark;
import dev.gravitas.ui.fx.Styles;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A duty: what it found last, when that was, when it is due, and a button that does it now.
public final class DutyCard extends VBox {
    private final Label title = new Label();
    private final Label verdict = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label result = new Label();
    private final Label done = new Label();
    private final Label due = new Label();
    private final Button button = new Button();
    private final AskMark mark = new AskMark();
    private String now = "";
    private String running = "";

    public DutyCard() {
        getStyleClass().addAll("card", "duty");
        title.getStyleClass().add("card-title");
        title.setMinWidth(USE_PREF_SIZE);
        verdict.getStyleClass().add("verdict");
        verdict.setGraphic(icon);
        verdict.setMinWidth(USE_PREF_SIZE);
        result.getStyleClass().add("duty-result");
        result.setWrapText(true);
        result.setMinHeight(USE_PREF_SIZE);
        for (var moment : List.of(done, due)) {
            moment.getStyleClass().add("caption");
            moment.setMinWidth(USE_PREF_SIZE);
        }
        done.managedProperty().bind(done.textProperty().isNotEmpty());
        button.getStyleClass().add("chart-action");
        button.setMinWidth(USE_PREF_SIZE);
        var below = new Region();
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(line("card-head", title, verdict, mark), result, below,
                line("duty-foot", new VBox(done, due), button));
    }

    private static HBox line(String style, Region left, Region... right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(left, gap);
        line.getChildren().addAll(right);
        line.getStyleClass().addAll(style, "middle-head");
        return line;
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
        button.setAccessibleHelp(text);
    }

    public @Nullable String getAsk() {
        return mark.getAsk();
    }

    /// What its mark asks.
    public void setAsk(@Nullable String words) {
        mark.setAsk(words);
    }

    public String getNow() {
        return now;
    }

    /// What the button says.
    public void setNow(String words) {
        now = words;
        button.setText(words);
    }

    public String getRunning() {
        return running;
    }

    /// What it says while it is at work.
    public void setRunning(String words) {
        running = words;
    }

    void onPressed(Runnable pressed) {
        button.setOnAction(_ -> pressed.run());
    }

    void show(DutyRow row, DutyTrial trial) {
        boolean busy = trial instanceof DutyTrial.Running;
        button.setText(busy ? running : now);
        button.setDisable(busy);
        show(row.level(), row.verdict());
        result.setText(trial instanceof DutyTrial.Failed(var why) ? why : row.result());
        done.setText(row.done());
        due.setText(row.due());
        setAccessibleText(title.getText() + ": " + row.verdict() + ". " + result.getText() + " " + row.done() + " "
                + row.due());
    }

    private void show(DutyRow.Level level, String word) {
        verdict.setText(word);
        icon.setIconLiteral(switch (level) {
            case WELL -> "mdal-check_circle_outline";
            case LOOK -> "mdmz-warning";
            case UNTOLD, NEVER -> "mdmz-schedule";
        });
        pseudoClassStateChanged(Styles.OK, level == DutyRow.Level.WELL);
        pseudoClassStateChanged(Styles.WARNING, level == DutyRow.Level.LOOK);
    }
}
