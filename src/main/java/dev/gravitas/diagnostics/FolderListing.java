package dev.gravitas.diagnostics;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What lies in a folder, with sizes; nothing is opened. Files deeper than one folder down are summed.
public record FolderListing(Path root) {
    private static final int DEPTH = 2;

    /// A line for each.
    public String text() throws IOException {
        var sums = new TreeMap<String, Sum>();
        Files.walkFileTree(root, new Visitor(root, sums));
        var all = sums.values().stream().reduce(new Sum(0, 0), Sum::plus);
        return sums.entrySet().stream().map(FolderListing::line).collect(Collectors.joining())
                + all.bytes() + " bytes in " + all.files() + " files\n";
    }

    private static String line(Map.Entry<String, Sum> entry) {
        var sum = entry.getValue();
        var many = entry.getKey().endsWith("/") ? " in " + sum.files() + " files" : "";
        return "%14d  %s%s\n".formatted(sum.bytes(), entry.getKey(), many);
    }

    private record Sum(long files, long bytes) {
        Sum plus(Sum other) {
            return new Sum(files + other.files, bytes + other.bytes);
        }
    }

    private static final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, Sum> sums;

        Visitor(Path root, Map<String, Sum> sums) {
            this.root = root;
            this.sums = sums;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            sums.merge(name(root.relativize(file)), new Sum(1, attributes.size()), Sum::plus);
            return FileVisitResult.CONTINUE;
        }

        // Files come and go, and some belong to another account.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            sums.merge(root.relativize(file) + " (not readable)", new Sum(0, 0), Sum::plus);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        private static String name(Path file) {
            var shown = file.getNameCount() <= DEPTH ? file.toString() : file.subpath(0, DEPTH) + "/";
            return shown.replace('\\', '/');
        }
    }
}
