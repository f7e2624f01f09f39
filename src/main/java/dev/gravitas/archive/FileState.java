package dev.gravitas.archive;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// What tells a file that was written to from one that was not.
record FileState(long size, FileTime modified, @Nullable Object key) {

    /// @throws ImportException when there is no such file to read
    static FileState of(Path file) throws ImportException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new ImportException(file + " is a folder, not a CSV file.");
            }
            if (!attributes.isRegularFile()) {
                throw new ImportException(file + " is not an ordinary file; copy its content to one first.");
            }
            return new FileState(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// @throws ImportException when the file is not as it was
    void requireSame(Path file) throws ImportException {
        if (!equals(of(file))) {
            throw changed(file);
        }
    }

    static ImportException changed(Path file) {
        return new ImportException(file + " was changed while it was being imported. Rows stored so far stay;"
                + " import a file that nobody is writing to.");
    }

    static ImportException unreadable(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> new ImportException("There is no file " + file + ".", e);
            case AccessDeniedException _ -> new ImportException("This user may not read " + file + ".", e);
            default -> new ImportException(file + " could not be read: " + e.getMessage(), e);
        };
    }
}
