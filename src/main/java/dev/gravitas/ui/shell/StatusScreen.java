package dev.gravitas.ui.shell;

import dev.gravitas.ui.explain.Explanation;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.Optional;

/// The foot of the navigation, and the banner when the database needs attention.
///
/// @param connection where the database is, in short; connectionDetail says all of it
/// @param dropped empty text in a window that does not record
/// @param explained how that was counted, empty where it is not
public record StatusScreen(Mood mood, String recording, String dropped, String database, String connection,
        String connectionDetail,
        String endpoint, Optional<Banner> banner, Optional<Explanation> explained) implements Screen {

    /// How it looks: a colour, an icon and always a word beside it.
    public enum Mood {
        OK, WARNING, DANGER, QUIET
    }

    /// @param mood WARNING while it is expected to pass by itself, else DANGER
    public record Banner(Mood mood, Notice notice) {}

    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
