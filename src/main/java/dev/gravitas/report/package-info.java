/// The JSON documents that commands and endpoint share: one shape, said once. The only place that turns figures into JSON.
///
/// Keys are snake_case in the order of the record's components, times are ISO-8601 in UTC, figures are unrounded but for
/// readings of GPUs, and what is missing or not finite is null. `cli`, `endpoint` and `app` may use it.
@NullMarked
package dev.gravitas.report;

import org.jspecify.annotations.NullMarked;
