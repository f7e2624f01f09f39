package dev.gravitas.store.embedded;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/// The PostgreSQL programs, unpacked once from the archive on the class path into a folder named after its content.
final class BinaryArchive {
    /// What the build puts on the class path.
    static final String VERSION = "18.6";
    /// Data folders of this major version fit these programs.
    static final int MAJOR = 18;

    private final Platform platform;
    private final String archive;
    private final ClassLoader loader;

    BinaryArchive(Platform platform, ClassLoader loader) {
        this.platform = platform;
        this.archive = platform.archive();
        this.loader = loader;
    }

    /// The folder that holds `bin`, `lib` and `share`. Unpacks when it is not there; the caller holds the start lock.
    ///
    /// @param parent an owner-only folder
    Path unpacked(Path parent, Consumer<String> stages) throws IOException, StoreException {
        Path home = parent.resolve("bin-" + VERSION + "-" + digest().substring(0, 16));
        if (Files.isDirectory(home)) {
            return home;
        }
        stages.accept("Unpacking PostgreSQL " + VERSION);
        Path unfinished = parent.resolve(home.getFileName() + ".tmp");
        FolderTree.delete(unfinished);
        try {
            unpackInto(unfinished);
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FolderTree.delete(unfinished);
        }
        return home;
    }

    private InputStream open() throws IOException, StoreException {
        InputStream stream = loader.getResourceAsStream(archive);
        if (stream == null) {
            throw new StoreException(Kind.MISCONFIGURED, "The programs of PostgreSQL for " + platform + " (" + archive
                    + ") are not part of this installation: install the package made for this system, "
                    + "or set an external PostgreSQL.");
        }
        return stream;
    }

    private String digest() throws IOException, StoreException {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream stream = new DigestInputStream(open(), sha256)) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void unpackInto(Path target) throws IOException, StoreException {
        Files.createDirectory(target, OwnerOnly.folderAttributes(target));
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(open(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (wanted(entry.getName())) {
                    unpack(entry, tar, target);
                }
            }
        }
    }

    /// A server needs neither headers nor static libraries.
    private static boolean wanted(String name) {
        return !name.endsWith(".a") && !name.contains("/pgxs/") && !name.startsWith("include/");
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path place = inside(target, target.resolve(entry.getName()), entry);
        if (entry.isDirectory()) {
            Files.createDirectories(place, OwnerOnly.folderAttributes(place));
            return;
        }
        Files.createDirectories(parent(place), OwnerOnly.folderAttributes(place));
        if (entry.isSymbolicLink()) {
            inside(target, parent(place).resolve(entry.getLinkName()), entry);
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, place);
            if (OwnerOnly.posix(place)) {
                boolean program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(place,
                        PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
            }
        } else {
            throw new IOException("The archive of PostgreSQL holds something odd: " + entry.getName());
        }
    }

    private static Path inside(Path target, Path place, TarArchiveEntry entry) throws IOException {
        Path straight = place.normalize();
        if (!straight.startsWith(target)) {
            throw new IOException("The archive of PostgreSQL reaches outside its folder: " + entry.getName());
        }
        return straight;
    }

    private static Path parent(Path place) {
        return Optional.ofNullable(place.getParent()).orElseThrow();
    }
}
