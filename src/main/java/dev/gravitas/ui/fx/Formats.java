package dev.gravitas.ui.fx;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How figures look on screen: by the operator's locale, times in UTC or the zone that was chosen, and a dash for what is missing.
/// Formatting is thread-safe; the zone is changed and followed on the FX thread.
public final class Formats {
    /// Stands where there is no figure. Never a zero.
    public static final String MISSING = "–";

    private static final double KILO = 1e3;
    private static final double HUNDRED_KILO = 1e5;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;

    private static final double MEBI = 1L << 20;
    private static final double GIBI = 1L << 30;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter hour;
    private final DateTimeFormatter second;
    private final DateTimeFormatter full;
    private final DateTimeFormatter offset;
    private final ReadOnlyObjectWrapper<ZoneId> zone = new ReadOnlyObjectWrapper<>(ZoneOffset.UTC);
    private volatile ZoneId told = ZoneOffset.UTC;

    public Formats(Locale locale) {
        this.locale = locale;
        this.day = pattern("d MMM");
        this.minute = pattern("d MMM HH:mm");
        this.hour = pattern("HH:mm");
        this.second = pattern("HH:mm:ss");
        this.full = pattern("yyyy-MM-dd HH:mm:ss xxx");
        this.offset = pattern("xxx");
    }

    /// Tells times in this zone from now on; what was told before has to be told anew by whoever shows it.
    public void tellTimesIn(ZoneId other) {
        told = other;
        zone.set(other);
    }

    /// In which times are told.
    public ReadOnlyObjectProperty<ZoneId> zone() {
        return zone.getReadOnlyProperty();
    }

    /// With a fixed number of decimals, so that a column lines up.
    public String decimal(@Nullable Double value, int decimals) {
        return value == null ? MISSING : String.format(locale, "%,." + decimals + "f", value);
    }

    public String count(long value) {
        return String.format(locale, "%,d", value);
    }

    /// Bytes in kB, MB or GB of 10^3, 10^6, 10^9.
    public String bytes(long bytes) {
        if (bytes < KILO) {
            return count(bytes) + " B";
        }
        if (bytes < MEGA) {
            return decimal(bytes / KILO, bytes < HUNDRED_KILO && bytes % KILO != 0 ? 1 : 0) + " kB";
        }
        if (bytes < GIGA) {
            return decimal(bytes / MEGA, bytes % MEGA == 0 ? 0 : 1) + " MB";
        }
        return decimal(bytes / GIGA, 2) + " GB";
    }

    /// Memory in MiB or GiB of 2^20, 2^30 bytes.
    public String memory(long bytes) {
        return Math.round(bytes / MEBI) < GIBI / MEBI
                ? decimal(bytes / MEBI, 0) + " MiB"
                : decimal(bytes / GIBI, 1) + " GiB";
    }

    /// The same, but always in MiB where it would read like another, from which it differs.
    public String memory(long bytes, long other) {
        return memory(bytes).equals(memory(other)) ? decimal(bytes / MEBI, 0) + " MiB" : memory(bytes);
    }

    /// `14 s`, `2 min 10 s`, `3 h 5 min`, `2 d 4 h`.
    public String span(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return parts(seconds / MINUTE, "min", seconds % MINUTE, "s");
        }
        return seconds < DAY
                ? parts(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min")
                : parts(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String parts(long large, String unit, long small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /// A share of one as per cent.
    public String percent(double share) {
        return share > 0 && share < 0.01 ? "< 1 %" : decimal(share * 100, 0) + " %";
    }

    /// `23 Nov`
    public String day(LocalDate date) {
        return day.format(date);
    }

    /// `23 Nov`
    public String day(Instant at) {
        return day.format(at.atZone(told));
    }

    /// `23 Nov 22:30`
    public String minute(Instant at) {
        return minute.format(at.atZone(told));
    }

    /// `22:30`
    public String hour(Instant at) {
        return hour.format(at.atZone(told));
    }

    /// `22:30:05`
    public String second(Instant at) {
        return second.format(at.atZone(told));
    }

    /// `22:30:05 UTC`, or `23:30:05 +01:00` where another zone was chosen.
    public String time(Instant at) {
        return second(at) + " " + offset(at, told);
    }

    /// How far a zone is from UTC at a moment: `UTC`, or `+01:00`.
    public String offset(Instant at, ZoneId of) {
        return of.equals(ZoneOffset.UTC) ? "UTC" : offset.format(at.atZone(of));
    }

    /// `2026-11-23 22:30:05 +00:00`
    public String full(@Nullable Instant at) {
        return at == null ? MISSING : full.format(at.atZone(told));
    }

    private DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
