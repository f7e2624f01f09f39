package dev.gravitas.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

/// The audit itself, against planted faults: an audit that finds nothing must have looked.
class LayoutAuditTest {
    private static List<String> audit(Node... nodes) {
        return FxRoom.on(() -> {
            var root = new Pane(nodes);
            root.setPrefSize(400, 300);
            root.setBackground(Background.fill(Color.WHITE));
            var stage = new Stage();
            stage.setScene(new Scene(root, 400, 300));
            stage.show();
            root.applyCss();
            root.layout();
            var problems = LayoutAudit.of(root);
            stage.close();
            return problems;
        });
    }

    private static Label label(String text, double x, double y) {
        var label = new Label(text);
        label.relocate(x, y);
        label.setTextFill(Color.BLACK);
        return label;
    }

    @Test
    void passesWhatIsFine() {
        assertThat(audit(FxRoom.on(() -> label("well", 10, 10)), FxRoom.on(() -> label("placed", 10, 60)))).isEmpty();
    }

    @Test
    void findsACutText() {
        var cut = FxRoom.on(() -> {
            var label = label("a name that does not fit", 10, 10);
            label.setMaxWidth(60);
            return label;
        });
        assertThat(audit(cut)).anyMatch(problem -> problem.startsWith("overrun"));
    }

    @Test
    void passesALongNameThatATooltipHasWhole() {
        assertThat(audit(FxRoom.on(() -> shortened("long".repeat(20), "long".repeat(20))))).isEmpty();
    }

    @Test
    void findsALongNameThatNoTooltipHasWhole() {
        assertThat(audit(FxRoom.on(() -> shortened("long".repeat(20), "long"))))
                .anyMatch(problem -> problem.startsWith("overrun"));
    }

    private static Label shortened(String text, String hint) {
        var label = label(text, 10, 10);
        label.setMaxWidth(60);
        label.setTooltip(new Tooltip(hint));
        return label;
    }

    @Test
    void findsAFieldThatIsTooNarrow() {
        var field = FxRoom.on(() -> {
            var narrow = new TextField("2026-11-23 and more");
            narrow.setMaxWidth(60);
            return narrow;
        });
        assertThat(audit(field)).anyMatch(problem -> problem.contains("does not fit"));
    }

    @Test
    void findsANodeOutsideItsParent() {
        var stray = FxRoom.on(() -> {
            var region = new Region();
            region.setPrefSize(50, 50);
            region.relocate(380, 10);
            return region;
        });
        assertThat(audit(stray)).anyMatch(problem -> problem.startsWith("outside"));
    }

    @Test
    void findsTextsUponTexts() {
        assertThat(audit(FxRoom.on(() -> label("one", 10, 10)), FxRoom.on(() -> label("other", 15, 12))))
                .anyMatch(problem -> problem.startsWith("overlap"));
    }

    @Test
    void findsFaintText() {
        var faint = FxRoom.on(() -> {
            var label = label("faint", 10, 10);
            label.setTextFill(Color.web("#8c959f"));
            return label;
        });
        assertThat(audit(faint)).anyMatch(problem -> problem.startsWith("contrast"));
    }

    @Test
    void findsATableThatScrollsSideways() {
        var table = FxRoom.on(() -> {
            var wide = new TableView<String>();
            var column = new TableColumn<String, String>("wide");
            column.setPrefWidth(900);
            wide.getColumns().add(column);
            wide.getItems().add("row");
            wide.setPrefSize(300, 200);
            return wide;
        });
        assertThat(audit(table)).anyMatch(problem -> problem.startsWith("scrolls sideways"));
    }
}
