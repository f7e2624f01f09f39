package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.nio.charset.Charset;
import java.nio.file.Path;

/// Names of folders that PostgreSQL's programs can work in.
final class FolderNames {
    private FolderNames() {
    }

    /// @throws StoreException MISCONFIGURED, saying what is wrong with the name
    static void refuseUnusable(Path folder) throws StoreException {
        String name = folder.toString();
        // initdb puts its own place into a shell command, between double quotes.
        boolean windows = folder.getFileSystem().getSeparator().equals("\\");
        if (name.chars().anyMatch(c -> c < ' ' || "\"$`".indexOf(c) >= 0 || c == '\\' && !windows)) {
            throw new StoreException(Kind.MISCONFIGURED, "The data folder " + folder
                    + " has a double quote, $, `, backslash or control character in its name, which PostgreSQL's "
                    + "programs cannot take: choose another data folder.");
        }
        String charset = System.getProperty("sun.jnu.encoding", "UTF-8");
        if (name.indexOf('\uFFFD') >= 0 || !Charset.forName(charset).newEncoder().canEncode(name)) {
            throw new StoreException(Kind.MISCONFIGURED, "The name of the data folder " + folder
                    + " cannot be written in this system's character set (" + charset
                    + "): set LC_ALL=C.UTF-8, or choose another data folder.");
        }
    }
}
