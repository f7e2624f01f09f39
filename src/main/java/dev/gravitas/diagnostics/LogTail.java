package dev.gravitas.diagnostics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The last lines of a log.
public record LogTail(Path file) {
    /// A day or more of a console that is well, and some thousand lines of one that is not.
    static final int MOST_BYTES = 256_000;

    /// Whole lines; the first one says how much was left out.
    public String text() throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var from = Math.max(0, channel.size() - MOST_BYTES);
            var text = text(channel.position(from));
            return from == 0 ? text : "<" + from + " bytes and the rest of a line before>\n" + afterFirstLine(text);
        }
    }

    private static String text(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(MOST_BYTES);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static String afterFirstLine(String text) {
        return text.substring(text.indexOf('\n') + 1);
    }
}
