package dev.gravitas.ui.overview;

/// How something stands. It is never told by colour alone.
///
/// - `OK`: it was checked and is well
/// - `QUIET`: nothing to do about it, or it could not be checked
/// - `WARNING`: somebody should look at it
/// - `DANGER`: something is being lost, or cannot work
enum Level {
    OK, QUIET, WARNING, DANGER
}
