/// The memory of GPUs: who holds it now, how it went, when there was too little of it. The overview shows its cards in short.
///
/// What is read now comes from [dev.gravitas.gpu.GpuBoard] each second, what was from the store with each beat of the window; the first
/// never waits for the second.
@NullMarked
package dev.gravitas.ui.vram;

import org.jspecify.annotations.NullMarked;
