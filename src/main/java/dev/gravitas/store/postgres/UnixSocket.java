package dev.gravitas.store.postgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// A stream socket over a Unix domain channel that keeps the time limits of `java.net.Socket`: a server that is frozen
/// holds neither a connect nor a read nor a write longer than asked. Settings that only mean something to TCP are taken
/// and ignored. An interrupt of a thread in it closes it, as with every channel.
final class UnixSocket extends Socket {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final UnixDomainSocketAddress address;
    private volatile @Nullable ChannelStreams streams;
    private volatile int timeoutMillis;
    private volatile boolean closed;

    UnixSocket(UnixDomainSocketAddress address) {
        this.address = address;
    }

    @Override
    public void connect(SocketAddress ignored) throws IOException {
        connect(ignored, 0);
    }

    /// Connects to the socket file, whatever address the caller names.
    @Override
    public void connect(SocketAddress ignored, int limitMillis) throws IOException {
        long start = System.nanoTime();
        while (true) {
            @Nullable
            SocketChannel channel = connectNow();
            if (channel != null) {
                streams = new ChannelStreams(channel, () -> timeoutMillis);
                return;
            }
            if (closed) {
                throw new SocketException("Socket closed");
            }
            if (limitMillis > 0 && System.nanoTime() - start > Duration.ofMillis(limitMillis).toNanos()) {
                throw new SocketTimeoutException("No answer at " + address + " within " + limitMillis + " ms");
            }
            // The kernel offers nothing to wait on while the server's queue of connections is full.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private @Nullable SocketChannel connectNow() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            if (channel.connect(address)) {
                return channel;
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    private ChannelStreams open() throws SocketException {
        @Nullable
        ChannelStreams now = streams;
        if (closed || now == null) {
            throw new SocketException(closed ? "Socket closed" : "Socket not connected");
        }
        return now;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return open().input();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return open().output();
    }

    @Override
    public void setSoTimeout(int millis) {
        timeoutMillis = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
    }

    @Override
    public void setKeepAlive(boolean on) {
    }

    @Override
    public void setSoLinger(boolean on, int seconds) {
    }

    @Override
    public boolean isConnected() {
        return streams != null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        @Nullable
        ChannelStreams now = streams;
        if (now != null) {
            now.close();
        }
    }
}
