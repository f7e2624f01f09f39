package dev.gravitas.ui.overview;

import java.util.List;

/// The ranking of the last 24 hours.
///
/// @param about how to read it
/// @param none why there are no rows, empty where there are some
/// @param past whether there are requests of earlier days to lead to
record DayRanking(List<RankRow> rows, String about, String none, boolean past) {
    DayRanking {
        rows = List.copyOf(rows);
    }

    /// Without rows.
    static DayRanking none(String why, boolean past) {
        return new DayRanking(List.of(), "", why, past);
    }
}
