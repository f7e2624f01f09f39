package dev.gravitas.ui.explain;

import dev.gravitas.ui.fx.Overlay;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.ContextMenuEvent;

/// Answers whoever asks how a figure was measured: by its mark, by the context menu's button or key on it, or by a command for the
/// figure that has the focus. FX thread only.
public final class Asking {
    private final Overlay overlay;
    private final Strings strings;

    public Asking(Overlay overlay, Strings strings) {
        this.overlay = overlay;
        this.strings = strings;
    }

    /// Answers all that is asked below a node.
    public void listen(Node root) {
        root.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (!overlay.isOpen() && event.getTarget() instanceof Node node) {
                answer(node).ifPresent(asked -> {
                    overlay.openBeside(new ExplanationCard(asked, strings, overlay::close), node);
                    event.consume();
                });
            }
        });
    }

    /// Answers for what has the focus, and where that is no figure says how to ask.
    public void ask(@Nullable Node focused) {
        if (overlay.isOpen()) {
            return;
        }
        var answer = focused == null ? Optional.<Asked>empty() : answer(focused);
        if (focused != null && answer.isPresent()) {
            overlay.openBeside(new ExplanationCard(answer.get(), strings, overlay::close), focused);
        } else {
            overlay.open(ExplanationCard.none(strings, overlay::close));
        }
    }

    private static Optional<Asked> answer(Node node) {
        return Explained.of(node);
    }
}
