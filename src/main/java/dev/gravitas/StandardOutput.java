package dev.gravitas;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output that remembers why it could not be written, which a print stream forgets. For one thread at a time.
final class StandardOutput extends OutputStream {
    private final OutputStream out = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException failure;

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// Why something could not be written, null where all was; a reader that has read enough is no failure.
    @Nullable
    String failure() {
        var said = failure == null ? null : String.valueOf(failure.getMessage());
        return said == null || said.contains("pipe") ? null : said;
    }
}
