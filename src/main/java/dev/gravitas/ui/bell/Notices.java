package dev.gravitas.ui.bell;

import dev.gravitas.ui.fx.FxBridge;
import dev.gravitas.ui.fx.Strings;
import dev.gravitas.ui.preferences.NoticeChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;

/// A bell that the operating system shows too, where the operator wants that and the window is not in front. That it cannot is told
/// once, by the bell within. FX thread only, but for [#ring].
public final class Notices implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final Bell within;
    private final Notifier notifier;
    private final Toolset tools;
    private final ObservableValue<NoticeChoice> choice;
    private boolean failing;

    /// What it works with.
    ///
    /// @param work runs what may block
    /// @param inFront whether the operator has the window before him; asked on the FX thread
    public record Toolset(FxBridge bridge, Executor work, BooleanSupplier inFront, Strings strings) {}

    /// @param choice follows what the operator prefers; who begins to want them is shown one at once
    public Notices(Bell within, Notifier notifier, ObservableValue<NoticeChoice> choice, Toolset tools) {
        this.within = within;
        this.notifier = notifier;
        this.choice = choice;
        this.tools = tools;
        choice.subscribe((before, now) -> {
            if (before == NoticeChoice.NONE && now != NoticeChoice.NONE) {
                failing = false;
                show(new Ring(Ring.Kind.DONE, tools.strings().text("notice.on"), tools.strings().text("notice.on.more"),
                        null));
            }
        });
    }

    @Override
    public void ring(Ring ring) {
        within.ring(ring);
        tools.bridge().run(() -> {
            if (isWanted(ring) && !tools.inFront().getAsBoolean()) {
                show(ring);
            }
        });
    }

    private boolean isWanted(Ring ring) {
        return switch (choice.getValue()) {
            case NONE -> false;
            case TROUBLE -> ring.kind() != Ring.Kind.DONE;
            case ALL -> true;
        };
    }

    private void show(Ring ring) {
        try {
            tools.work().execute(() -> attempt(ring));
        } catch (RejectedExecutionException closing) {
            LOG.debug("no notification: the console is closing");
        }
    }

    private void attempt(Ring ring) {
        try {
            notifier.show(ring.what(), ring.more(), ring.kind() == Ring.Kind.BAD);
            tools.bridge().run(() -> failing = false);
        } catch (IOException e) {
            tools.bridge().run(() -> failed(String.valueOf(e.getMessage())));
        }
    }

    private void failed(String why) {
        if (!failing) {
            failing = true;
            LOG.warn("Notifications are not shown: {}", why);
            within.ring(new Ring(Ring.Kind.BAD, tools.strings().text("notice.failed"), why, null));
        }
    }
}
