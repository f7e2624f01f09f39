package dev.gravitas.store.postgres;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.IntSupplier;

/// The two streams of a non-blocking channel, each waiting at most the time limit for the other side. One thread may read
/// while another writes; any thread may close.
final class ChannelStreams implements Closeable {
    /// The JDK keeps a native copy of each thread's largest buffer, so large writes go in pieces.
    private static final int LARGEST_WRITE = 65_536;

    private final SocketChannel channel;
    private final IntSupplier timeoutMillis;
    private final Selector readable;
    private final Selector writable;

    /// @param channel connected; owned by this object from now on
    /// @param timeoutMillis asked at each wait, 0 means for ever
    ChannelStreams(SocketChannel channel, IntSupplier timeoutMillis) throws IOException {
        this.channel = channel;
        this.timeoutMillis = timeoutMillis;
        try {
            channel.configureBlocking(false);
            readable = selector(SelectionKey.OP_READ);
            writable = selector(SelectionKey.OP_WRITE);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private Selector selector(int operation) throws IOException {
        Selector selector = Selector.open();
        channel.register(selector, operation);
        return selector;
    }

    InputStream input() {
        return new Input();
    }

    OutputStream output() {
        return new Output();
    }

    private void await(Selector selector, String what) throws IOException {
        int limit = timeoutMillis.getAsInt();
        int ready;
        try {
            ready = selector.select(limit);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException _) {
            throw new SocketException("Socket closed");
        }
        if (ready == 0 && limit > 0 && !Thread.currentThread().isInterrupted()) {
            throw new SocketTimeoutException(what + " timed out after " + limit + " ms");
        }
    }

    /// Closes the selectors too: that wakes waiting threads and lets the channel's descriptor go.
    @Override
    public void close() throws IOException {
        try (readable; writable) {
            channel.close();
        }
    }

    private final class Input extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer target = ByteBuffer.wrap(bytes, offset, Math.min(length, LARGEST_WRITE));
            int count = channel.read(target);
            while (count == 0 && length > 0) {
                await(readable, "Read");
                count = channel.read(target);
            }
            return count;
        }
    }

    private final class Output extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int end = offset + length;
            for (int at = offset; at < end;) {
                int count = channel.write(ByteBuffer.wrap(bytes, at, Math.min(end - at, LARGEST_WRITE)));
                if (count == 0) {
                    await(writable, "Write");
                }
                at += count;
            }
        }
    }
}
