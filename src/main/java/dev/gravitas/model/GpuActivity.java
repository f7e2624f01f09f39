package dev.gravitas.model;

import java.time.Instant;
import java.util.Set;

/// What a GPU is doing beside holding memory.
///
/// @param busyPercent share of the last sampling window in which a kernel ran, 0 to 100
/// @param temperatureCelsius of the chip
/// @param powerWatts drawn, averaged by the driver over up to a second
/// @param powerLimitWatts enforced now
/// @param clockMhz of the streaming multiprocessors
/// @param slowedBy why the clock is lower than it could be, empty for not at all
/// @param fanPercent of its full speed
public record GpuActivity(Outcome<Integer> busyPercent, Outcome<Integer> temperatureCelsius,
        Outcome<Double> powerWatts, Outcome<Double> powerLimitWatts, Outcome<Integer> clockMhz,
        Outcome<Set<SlowReason>> slowedBy, Outcome<Integer> fanPercent) {

    /// Nothing of it is told for now.
    public static GpuActivity unavailable(String why, Instant since) {
        return new GpuActivity(away(why, since), away(why, since), away(why, since), away(why, since), away(why, since),
                away(why, since), away(why, since));
    }

    private static <T> Outcome<T> away(String why, Instant since) {
        return new Outcome.Unavailable<>(why, since);
    }

    /// The same with a newer share of time.
    public GpuActivity withBusy(Outcome<Integer> newer) {
        return new GpuActivity(newer, temperatureCelsius, powerWatts, powerLimitWatts, clockMhz, slowedBy, fanPercent);
    }

    /// Why a GPU runs slower than it could. A software power cap is normal on some cards.
    public enum SlowReason {
        POWER_CAP("power cap"),
        HARDWARE_SLOWDOWN("hardware slowdown"),
        SOFTWARE_THERMAL("temperature limit (driver)"),
        HARDWARE_THERMAL("temperature limit (hardware)"),
        POWER_BRAKE("power brake");

        private final String words;

        SlowReason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
