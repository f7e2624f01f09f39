package dev.gravitas.ui.overview;

import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;
import dev.gravitas.ui.trends.TrendsScreen;

import java.util.Optional;

/// What the store has, and its figures as they are written on screen: they stay so until the store is read again.
///
/// @param days the sixty days, as the view of trends draws them
/// @param explained how they were measured
record Written(Stored stored, KeyFigures.Cards keys, DayRanking ranking, TrendsScreen days,
        OverviewExplained explained) implements Screen {
    /// Never: what is known now may be there without it.
    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
