package dev.gravitas.e2e.torture;

import dev.gravitas.e2e.oracle.EventId;
import dev.gravitas.e2e.oracle.Told;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/// The producer's own list, synced to disk, outside everything that is tortured. Numbers are announced before they are
/// used, and an acknowledgement is noted only after it was given, so what is missing here is in doubt and never wrong.
///
/// One thread writes; what waits is written and synced together.
final class Notebook {
    private final FileChannel channel;
    private final LinkedBlockingQueue<Line> waiting = new LinkedBlockingQueue<>();

    private record Line(String text, CompletableFuture<Void> synced) {}

    Notebook(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Thread.ofPlatform().daemon().name("notebook").start(this::write);
    }

    /// Says that no number of this thread above this one will be used for now. Returns when that is on the disk.
    void announce(EventId last) {
        add(Told.ANNOUNCED, last).join();
    }

    void acknowledged(EventId id) {
        var _ = add(Told.ACKNOWLEDGED, id);
    }

    /// Returns when all that was noted so far is on the disk.
    void sync() {
        add("").join();
    }

    private CompletableFuture<Void> add(String what, EventId id) {
        return add(what + " " + id.thread() + " " + id.number() + "\n");
    }

    private CompletableFuture<Void> add(String text) {
        var line = new Line(text, new CompletableFuture<>());
        waiting.add(line);
        return line.synced();
    }

    private void write() {
        try {
            while (true) {
                var lines = new ArrayList<Line>();
                lines.add(waiting.take());
                waiting.drainTo(lines);
                writeAndSync(lines.stream().map(Line::text).collect(Collectors.joining()));
                lines.forEach(line -> line.synced().complete(null));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeAndSync(String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }
}
