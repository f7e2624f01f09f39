/// GPUs: the port to whatever reads them, the poller that asks it in a rhythm, and the rules that turn readings into
/// events.
///
/// Everyone but `model` and `store` may use the records and ports. Only `app` makes them; the adapter `gpu.nvml` is known to
/// `app` alone. The poller has one thread; what it publishes is immutable.
@NullMarked
package dev.gravitas.gpu;

import org.jspecify.annotations.NullMarked;
