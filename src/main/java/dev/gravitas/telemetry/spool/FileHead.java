package dev.gravitas.telemetry.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// What the first hundred bytes of a file say, read without SQLite, so that the file of a newer program is not touched.
///
/// @param database whether it begins like an SQLite file
/// @param application whose it is
/// @param version of the format
record FileHead(boolean database, int application, int version) {
    private static final int BYTES = 100;
    private static final int APPLICATION_AT = 68;
    private static final int VERSION_AT = 60;
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    static FileHead read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var head = ByteBuffer.allocate(BYTES);
            int read = 0;
            while (head.hasRemaining() && read >= 0) {
                read = channel.read(head);
            }
            boolean database = Arrays.equals(head.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length);
            return new FileHead(database, head.getInt(APPLICATION_AT), head.getInt(VERSION_AT));
        }
    }

    /// Ours, but of a later format.
    boolean newer() {
        return database && application == SpoolSchema.APPLICATION && version > SpoolSchema.VERSION;
    }
}
