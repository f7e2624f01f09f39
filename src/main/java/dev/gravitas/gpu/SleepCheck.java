package dev.gravitas.gpu;

/// Tells whether asking for GPUs would wake one that sleeps. Asked before a session with the driver is opened, because
/// opening one wakes it, and holding one keeps it awake.
public interface SleepCheck {
    /// A machine whose GPUs never sleep.
    SleepCheck NEVER = new SleepCheck() {
        @Override
        public boolean asleep() {
            return false;
        }

        @Override
        public boolean maySleep() {
            return false;
        }
    };

    /// Whether all NVIDIA GPUs sleep now.
    boolean asleep();

    /// Whether they would, if nobody used them.
    boolean maySleep();
}
