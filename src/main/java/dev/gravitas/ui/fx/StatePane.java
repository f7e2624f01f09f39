package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;

import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Shows a view's content, or says why there is none. While figures are stale the content stays, under a strip that says
/// so.
@DefaultProperty("content")
public final class StatePane extends BorderPane {
    private final ObjectProperty<@Nullable Node> content = new SimpleObjectProperty<>(this, "content");
    private final ObjectProperty<@Nullable Node> actions = new SimpleObjectProperty<>(this, "actions");
    private final Label title = new Label();
    private final Label text = new Label();
    private final ProgressIndicator progress = new ProgressIndicator();
    private final HBox actionLine = new HBox();
    private final VBox notice = new VBox(progress, title, text, actionLine);
    private final Label staleTitle = new Label();
    private final Label staleText = new Label();
    private final VBox stale = new VBox(staleTitle, staleText);
    private final StackPane stack = new StackPane(notice);
    private @Nullable String loadingText;

    public StatePane() {
        getStyleClass().add("state-pane");
        notice.getStyleClass().add("notice");
        title.setMinHeight(USE_PREF_SIZE);
        text.setMinHeight(USE_PREF_SIZE);
        notice.setAlignment(Pos.CENTER);
        title.getStyleClass().add("notice-title");
        title.setWrapText(true);
        text.getStyleClass().add("notice-text");
        text.setWrapText(true);
        stale.getStyleClass().addAll("strip", "warning-strip");
        staleTitle.getStyleClass().add("strip-title");
        staleTitle.setWrapText(true);
        staleText.setWrapText(true);
        content.addListener((_, old, now) -> replace(old, now));
        actions.addListener((_, _, now) -> {
            if (now != null) {
                actionLine.getChildren().setAll(now);
            }
        });
        setCenter(stack);
    }

    public ObjectProperty<@Nullable Node> contentProperty() {
        return content;
    }

    public @Nullable Node getContent() {
        return content.get();
    }

    public void setContent(@Nullable Node node) {
        content.set(node);
    }

    /// What the operator can do while there is nothing to see.
    public ObjectProperty<@Nullable Node> actionsProperty() {
        return actions;
    }

    public @Nullable Node getActions() {
        return actions.get();
    }

    public void setActions(@Nullable Node node) {
        actions.set(node);
    }

    /// The words while the first figures are read.
    public @Nullable String getLoadingText() {
        return loadingText;
    }

    public void setLoadingText(@Nullable String words) {
        loadingText = words;
    }

    /// Follows a view from now on.
    public void follow(LiveView<?> view) {
        ObservableValue<ViewState> state = view.state();
        state.addListener((_, _, now) -> show(now, view.screen().get().isPresent()));
        show(state.getValue(), view.screen().get().isPresent());
    }

    private void show(ViewState state, boolean hasFigures) {
        switch (state) {
            case ViewState.Loading _ -> {
                say(new Notice(loadingText == null ? "" : loadingText, ""));
                contentVisible(hasFigures && wasVisible());
            }
            case ViewState.Empty(var words) -> instead(words);
            case ViewState.Failed(var words) -> instead(words);
            case ViewState.Ready _ -> contentVisible(true);
            case ViewState.Stale(var words) -> {
                staleTitle.setText(words.title());
                staleText.setText(words.text());
            }
        }
        progress.setVisible(state instanceof ViewState.Loading);
        progress.setManaged(progress.isVisible());
        setTop(state instanceof ViewState.Stale ? stale : null);
        pseudoClassStateChanged(Styles.UPDATING, state instanceof ViewState.Loading && hasFigures);
        showActions(state instanceof ViewState.Empty);
    }

    private void instead(Notice words) {
        say(words);
        contentVisible(false);
    }

    private void say(Notice words) {
        title.setText(words.title());
        text.setText(words.text());
    }

    private boolean wasVisible() {
        var node = content.get();
        return node != null && node.isVisible();
    }

    private void contentVisible(boolean visible) {
        var node = content.get();
        if (node != null) {
            node.setVisible(visible);
        }
        notice.setVisible(!visible);
    }

    private void showActions(boolean visible) {
        actionLine.setVisible(visible);
        actionLine.setManaged(visible);
    }

    private void replace(@Nullable Node old, @Nullable Node now) {
        if (old != null) {
            stack.getChildren().remove(old);
        }
        if (now != null) {
            now.setVisible(false);
            stack.getChildren().addFirst(now);
        }
    }
}
