package dev.gravitas.telemetry.spool;

import java.io.IOException;
import java.nio.file.Path;

/// Tells the file of a newer program from one in which a bit of the version has flipped: every version of the program
/// writes its number into the mark, too.
record NewerVersionCheck(Path file) {
    boolean confirms(int version) throws IOException {
        var found = new Search(version);
        try (var images = new PageImages(file, file.resolveSibling(file.getFileName() + "-wal"))) {
            images.visit(found::look);
        }
        return found.seen;
    }

    private static final class Search {
        private final int version;
        private boolean seen;

        Search(int version) {
            this.version = version;
        }

        void look(byte[] page) throws IOException {
            Sealed.<RuntimeException>search(page, (_, _, sealed) -> seen |= sealed != null
                    && sealed.kind() == Sealed.MARK && sealed.body().getInt(0) == version);
        }
    }
}
