/// What has to be looked at in a rhythm, so that a console can be left alone: the footprint each day, each model's efficiency
/// each week, each month whether pruning ran.
///
/// `ui` and `app` may use it. What a duty found is kept in the database, so all consoles on it know.
@NullMarked
package dev.gravitas.maintenance;

import org.jspecify.annotations.NullMarked;
