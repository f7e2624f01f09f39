package dev.gravitas.diagnostics;

import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Outcome;
import dev.gravitas.model.VramReading;

import java.util.function.Function;
import java.util.stream.Collectors;

/// What came of asking the GPUs: without their ids, and without the names of programs.
public record GpuReport(GpuStatus status) {
    public String text() {
        var versions = status.versions();
        var fault = status.fault();
        return (versions == null
                ? "No driver answered.\n"
                : "Driver " + versions.driver() + ", NVML " + versions.nvml() + ", CUDA " + versions.cuda() + "\n")
                + (fault == null ? "Read.\n" : fault + ": " + fault.what() + "\n")
                + (status.detail() == null ? "" : "Detail: " + status.detail() + "\n")
                + "The last round took " + status.callMillis() + " ms inside the driver.\n"
                + status.gpus().stream().map(GpuReport::line).collect(Collectors.joining());
    }

    private static String line(GpuReading reading) {
        var loss = reading.lost();
        return "GPU " + reading.gpu().number() + ", " + reading.gpu().name() + ", read " + reading.at() + "\n"
                + (loss == null ? "" : "  lost: " + loss.kind() + " since " + loss.since() + "\n")
                + "  memory: " + outcome(reading.vram(), GpuReport::memory) + "\n"
                + "  temperature: " + outcome(reading.activity().temperatureCelsius(), String::valueOf) + "\n"
                + "  holders: " + outcome(reading.holders(), holders -> holders.size() + " processes") + "\n";
    }

    private static String memory(VramReading vram) {
        return vram.usedBytes() + " bytes used, " + vram.freeBytes() + " free of " + vram.totalBytes() + " ("
                + vram.source().word() + ")";
    }

    private static <T> String outcome(Outcome<T> outcome, Function<T, String> words) {
        var value = outcome.orNull();
        var why = outcome.why();
        return outcome.getClass().getSimpleName() + (value == null ? "" : ", " + words.apply(value))
                + (why == null ? "" : ", " + why);
    }
}
