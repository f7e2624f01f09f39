package dev.gravitas.telemetry.spool;

import dev.gravitas.telemetry.spool.WalFile.Frame;

import java.io.IOException;

/// Tells the two causes of a broken last frame of SQLite's log apart. A crash in the middle of a write leaves what was
/// there before; a wrong bit leaves events that SQLite is about to drop, though they may have been acknowledged.
final class TornFrame {
    /// The mark has its place in one of the first pages of the file.
    private static final int PAGES_WITH_MARK = 8;

    private final PageImages images;
    private long known;
    private boolean news;

    TornFrame(PageImages images) {
        this.images = images;
    }

    /// Whether the frame holds anything that the committed ones and the file do not.
    boolean holdsNews(WalFile log, Frame torn) throws IOException {
        for (int page = 1; page <= PAGES_WITH_MARK; page++) {
            findMark(images.inMain(page));
        }
        for (var frame : log.committed()) {
            findMark(images.of(frame));
        }
        byte[] page = images.of(torn);
        Sealed.<RuntimeException>search(page, (at, length, sealed) -> news |= sealed == null
                ? at + length <= page.length
                : lastIn(sealed) > known);
        return news;
    }

    private void findMark(byte[] page) throws IOException {
        Sealed.<RuntimeException>search(page, (_, _, sealed) -> {
            if (sealed != null && sealed.kind() == Sealed.MARK) {
                known = Math.max(known, lastIn(sealed));
            }
        });
    }

    private static long lastIn(Sealed sealed) {
        return switch (sealed.kind()) {
            case Sealed.EVENT -> SpoolRecord.read(sealed.body()).seq();
            case Sealed.MARK -> SpoolMark.read(sealed.body()).last();
            default -> 0;
        };
    }
}
