/// The workload behind `gravitas bench`: generated measurements go through the real logger into a scratch database, and the
/// console's own questions are timed beside plain SQL on the same rows. Only `app` starts it.
@NullMarked
package dev.gravitas.bench;

import org.jspecify.annotations.NullMarked;
