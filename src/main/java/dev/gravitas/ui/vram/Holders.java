package dev.gravitas.ui.vram;

import dev.gravitas.model.GpuHolder;
import dev.gravitas.model.GpuReading;
import dev.gravitas.model.GpuStatus;
import dev.gravitas.model.Legible;
import dev.gravitas.model.VramReading;
import dev.gravitas.ui.chart.ModelColours;
import dev.gravitas.ui.chart.ModelName;
import dev.gravitas.ui.fx.Formats;
import dev.gravitas.ui.fx.Strings;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Puts those who hold memory into rows. Thread-safe.
/// @param gpuColours of their lines in the chart
record Holders(ModelColours colours, ModelColours gpuColours, Formats formats, Strings strings) {

    /// All processes of all GPUs, on each GPU the largest first.
    List<HolderRow> rows(List<GpuReading> gpus, GpuNames names) {
        var rows = new ArrayList<HolderRow>();
        for (var reading : gpus) {
            var holders = reading.holders().orNull();
            if (holders != null) {
                holders.stream()
                        .sorted(GpuHolder.LARGEST_FIRST)
                        .forEach(holder -> rows.add(row(holder, reading, names)));
            }
        }
        return rows;
    }

    private HolderRow row(GpuHolder holder, GpuReading reading, GpuNames names) {
        var vram = reading.vram().orNull();
        var bytes = holder.vramBytes();
        return new HolderRow(new GpuName(names.of(reading.gpu().id()), gpuColours.of(reading.gpu().id())),
                program(holder), model(holder),
                String.valueOf(holder.pid()), bytes == null ? Formats.MISSING : formats.memory(bytes),
                share(bytes, vram));
    }

    private String share(@Nullable Long bytes, @Nullable VramReading vram) {
        return bytes == null || vram == null ? Formats.MISSING : formats.percent((double) bytes / vram.totalBytes());
    }

    private HolderRow.Held model(GpuHolder holder) {
        var model = holder.model();
        return new HolderRow.Held(model == null ? null : new ModelName(model, colours.ofProcess(model)));
    }

    HolderRow.Program program(GpuHolder holder) {
        if (!holder.alive()) {
            var name = holder.name() == null ? strings.text("vram.holder.gone") : Legible.name(holder.name());
            return new HolderRow.Program(name, strings.text("vram.holder.gone.doubt"));
        }
        return holder.name() == null
                ? new HolderRow.Program(strings.text("vram.holder.hidden"), strings.text("vram.holder.hidden.doubt"))
                : new HolderRow.Program(Legible.name(holder.name()), "");
    }

    /// Why a GPU has no rows, or not all: it does not tell, or nobody holds memory of it.
    List<String> notes(GpuStatus status, GpuNames names) {
        var notes = new ArrayList<String>();
        if (status.gpus().isEmpty()) {
            notes.add(strings.text("vram.holders.unread"));
        }
        for (var reading : status.gpus()) {
            var holders = reading.holders().orNull();
            var why = reading.holders().why();
            var name = names.of(reading.gpu().id());
            if (why != null) {
                notes.add(strings.text("vram.holders.untold", name, why));
            } else if (holders != null && holders.isEmpty()) {
                // Of a GPU that is split its parts say so.
                if (status.parts(reading).isEmpty()) {
                    notes.add(strings.text("vram.holders.none", name));
                }
            } else if (holders != null && holders.stream().anyMatch(holder -> holder.vramBytes() == null)) {
                notes.add(strings.text("vram.holders.unmeasured", name));
            }
        }
        return notes;
    }
}
