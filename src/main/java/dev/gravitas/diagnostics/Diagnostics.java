package dev.gravitas.diagnostics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Reads the parts of a bundle one after another. What cannot be read says so in its place: a bundle is wanted when things
/// go wrong. Immutable; blocks as long as its parts do.
public final class Diagnostics {
    private static final Logger LOG = LoggerFactory.getLogger(Diagnostics.class);

    private final List<Part> parts;
    private final Redaction redaction;

    /// How far it is.
    ///
    /// @param done parts that are read
    /// @param next the name of the one that is being read
    public record Progress(int done, int total, String next) {}

    /// @param redaction through which every text goes
    public Diagnostics(List<Part> parts, Redaction redaction) {
        this.parts = List.copyOf(parts);
        this.redaction = redaction;
    }

    /// @param progress told before each part
    /// @param cancelled asked before each part
    /// @return empty when it was cancelled
    public Optional<List<BundleEntry>> collect(Consumer<Progress> progress, BooleanSupplier cancelled) {
        var entries = new ArrayList<BundleEntry>();
        for (var part : parts) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            progress.accept(new Progress(entries.size(), parts.size(), part.name()));
            entries.add(new BundleEntry(part.name(), text(part)));
        }
        return cancelled.getAsBoolean() ? Optional.empty() : Optional.of(List.copyOf(entries));
    }

    private String text(Part part) {
        var raw = read(part);
        return part.log() ? redaction.ofLog(raw) : redaction.of(raw);
    }

    private static String read(Part part) {
        try {
            return part.source().read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Not read: interrupted.\n";
        } catch (Exception e) {
            LOG.warn("A part of the diagnostics, {}, cannot be read", part.name(), e);
            return "Not read: " + e + "\n";
        }
    }
}
