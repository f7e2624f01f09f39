package dev.gravitas.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Finds the line in which a file stops being UTF-8. The parser reads ahead and cannot tell.
final class Utf8Fault {
    private static final int BUFFER_BYTES = 1 << 16;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);
    private long line = 1;

    private Utf8Fault() {
    }

    static ImportException in(Path file, Exception cause) {
        try (var channel = FileChannel.open(file)) {
            return new ImportException(
                    file + " is not UTF-8 text: line " + new Utf8Fault().find(channel) + " holds bytes that are none.",
                    cause);
        } catch (IOException e) {
            return FileState.unreadable(file, e);
        }
    }

    private long find(FileChannel channel) throws IOException {
        boolean end = false;
        while (!end) {
            end = channel.read(bytes) < 0;
            bytes.flip();
            var result = decoder.decode(bytes, chars, end);
            countLines();
            if (result.isError()) {
                return line;
            }
            bytes.compact();
        }
        return line;
    }

    private void countLines() {
        chars.flip();
        line += chars.chars().filter(c -> c == '\n').count();
        chars.clear();
    }
}
