package dev.gravitas.ui.preferences;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The preferences of an open window: whoever shows something follows them, and each change is stored. FX thread only.
public final class LivePreferences {
    private final PreferencesPort port;
    private final ObjectProperty<ThemeChoice> theme;
    private final ObjectProperty<UiScale> scale;
    private final ObjectProperty<MotionChoice> motion;
    private final ObjectProperty<ClockChoice> clock;
    private final ObjectProperty<NoticeChoice> notices;
    private final IntegerProperty shownPercent;
    private WindowMemory window;
    private List<String> models;

    /// @param first what counts until something changes
    public LivePreferences(Preferences first, PreferencesPort port) {
        this.port = port;
        theme = new SimpleObjectProperty<>(first.theme());
        scale = new SimpleObjectProperty<>(first.scale());
        motion = new SimpleObjectProperty<>(first.motion());
        clock = new SimpleObjectProperty<>(first.clock());
        notices = new SimpleObjectProperty<>(first.notices());
        shownPercent = new SimpleIntegerProperty(first.scale().percent());
        window = first.window();
        models = first.models();
        theme.subscribe((_, _) -> store());
        scale.subscribe((_, _) -> store());
        motion.subscribe((_, _) -> store());
        clock.subscribe((_, _) -> store());
        notices.subscribe((_, _) -> store());
    }

    public ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    public ObjectProperty<UiScale> scale() {
        return scale;
    }

    /// How large everything is really: less than [#scale] where the window has no room for that.
    public IntegerProperty shownPercent() {
        return shownPercent;
    }

    public ObjectProperty<MotionChoice> motion() {
        return motion;
    }

    /// In which time moments are told.
    public ObjectProperty<ClockChoice> clock() {
        return clock;
    }

    /// What the operating system is to tell.
    public ObjectProperty<NoticeChoice> notices() {
        return notices;
    }

    /// How the window was left the last time.
    public WindowMemory window() {
        return window;
    }

    /// How the window is now; stored where that is new.
    public void remember(WindowMemory now) {
        if (!now.equals(window)) {
            window = now;
            store();
        }
    }

    /// Which models have their colours, in the order in which they got them.
    public List<String> models() {
        return models;
    }

    /// More of them have; stored where that is new.
    public void remember(List<String> now) {
        if (!now.equals(models)) {
            models = List.copyOf(now);
            store();
        }
    }

    private void store() {
        port.store(new Preferences(theme.get(), scale.get(), motion.get(), clock.get(), notices.get(), window,
                models));
    }
}
