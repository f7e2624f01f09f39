package dev.gravitas.archive;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Objects;

/// One reading of a CSV file from its first to its last byte, record by record at bounded memory, hashing it on the way.
final class CsvPass implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_FIELD_CHARS = 1 << 20;
    private static final String NOT_UTF8 = "\uD800";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final InputStream bytes;
    private final Iterator<CsvRecord> records;
    private final RequestColumns columns;
    private long line = 1;

    /// Opens the file and reads its header.
    CsvPass(Path file) throws ImportException {
        this.file = file;
        try {
            channel = FileChannel.open(file);
        } catch (IOException e) {
            throw FileState.unreadable(file, e);
        }
        try {
            bytes = new BufferedInputStream(new DigestInputStream(Channels.newInputStream(channel), digest),
                    BUFFER_BYTES);
            skipByteOrderMark();
            records = parser().iterator();
            columns = header();
        } catch (IOException e) {
            close();
            throw FileState.unreadable(file, e);
        } catch (ImportException e) {
            close();
            throw e;
        }
    }

    RequestColumns columns() {
        return columns;
    }

    /// The next data row, null after the last.
    @Nullable
    CsvRecord next() throws ImportException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            var next = records.next();
            line = next.getStartingLineNumber();
            return next;
        } catch (CsvParseException e) {
            throw new ImportException(file + " is not a CSV file: after line " + line
                    + " a field does not end; perhaps a quote is never closed.", e);
        } catch (UncheckedIOException e) {
            throw FileState.unreadable(file, Objects.requireNonNull(e.getCause()));
        }
    }

    long bytesDone() {
        try {
            return channel.position();
        } catch (IOException e) {
            // Only a closed channel has no position, and progress is worth no failure.
            return 0;
        }
    }

    /// Of the whole file; call it after the last row.
    String contentSha256() throws ImportException {
        try {
            bytes.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw FileState.unreadable(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A file open for reading could not be closed: " + file, e);
        }
    }

    private void skipByteOrderMark() throws IOException {
        bytes.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            bytes.reset();
        }
    }

    /// Bytes that are not UTF-8 become a character that UTF-8 cannot hold, so that their row is known by it.
    private CsvReader<CsvRecord> parser() {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(MAX_FIELD_CHARS)
                .ofCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .replaceWith(NOT_UTF8)));
    }

    private RequestColumns header() throws ImportException {
        var header = next();
        if (header == null) {
            throw new ImportException(file + " is empty.");
        }
        if (!isText(header)) {
            throw new ImportException(file + " is not UTF-8 text: line 1 holds bytes that are none.");
        }
        return RequestColumns.of(file.toString(), header);
    }

    /// Whether all of the row was UTF-8.
    static boolean isText(CsvRecord row) {
        return row.getFields().stream().noneMatch(field -> field.contains(NOT_UTF8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
