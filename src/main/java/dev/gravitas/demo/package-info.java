/// The demo: a scripted scenario of models, requests and GPUs that never were, the same for each seed. It goes the way of real
/// measurements (`TelemetryLogger`, `GpuSource`), so everything behind it works as always.
///
/// Only `app` uses it. It knows `model` and the ports of `telemetry` and `gpu`. Everything is a pure function of seed and
/// time, but for the writers of events.
@NullMarked
package dev.gravitas.demo;

import org.jspecify.annotations.NullMarked;
