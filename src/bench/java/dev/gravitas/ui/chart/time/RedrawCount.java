package dev.gravitas.ui.chart.time;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Moves a chart along by a thousandth of its span as often as it can, and counts. FX thread only.
final class RedrawCount extends AnimationTimer {
    private static final double WIDTH = 1_200;
    private static final double HEIGHT = 720;
    private static final int STEPS = 50;
    private static final int WARM_UP_FRAMES = 10;
    private static final long WARM_UP_NANOS = 3_000_000_000L;

    private final Contestant contestant;
    private final long points;
    private final long nanos;
    private final CompletableFuture<Double> perSecond;
    private final Stage stage = new Stage();
    private @Nullable Long began;
    private @Nullable Long counted;
    private int frames;
    private int redraws;

    /// @param nanos how long to count, after warming up
    RedrawCount(Contestant contestant, int points, long nanos, CompletableFuture<Double> perSecond) {
        this.contestant = contestant;
        this.points = points;
        this.nanos = nanos;
        this.perSecond = perSecond;
    }

    /// @param sheets of the product, so that its chart looks as it does
    void run(String theme, String... sheets) {
        Application.setUserAgentStylesheet(theme);
        var scene = new Scene(contestant.node(), WIDTH, HEIGHT);
        scene.getStylesheets().addAll(sheets);
        stage.setScene(scene);
        stage.show();
        start();
    }

    @Override
    public void handle(long now) {
        if (!contestant.ready()) {
            return;
        }
        began = began == null ? now : began;
        if (counted == null && frames >= WARM_UP_FRAMES && now - began >= WARM_UP_NANOS) {
            counted = now;
            redraws = 0;
        } else if (counted != null && now - counted >= nanos) {
            stop();
            stage.close();
            perSecond.complete(redraws * 1e9 / (now - counted));
            return;
        }
        int step = frames++ % (2 * STEPS);
        long by = points / 1_000 * (step < STEPS ? step : 2 * STEPS - step);
        contestant.show(by, by + points * 95 / 100);
        redraws++;
    }
}
