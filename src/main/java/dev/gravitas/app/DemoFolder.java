package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.demo.Scenario;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.embedded.EmbeddedPostgres;
import dev.gravitas.store.embedded.FolderTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The data folder of one demo: new, below the system's temporary folder, and gone when it is closed. What a demo that was
/// killed left there goes with the next one.
final class DemoFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoFolder.class);
    private static final String PREFIX = "gravitas-demo-";
    private static final String LOCK = "demo.lock";
    /// Neither the port nor the label of a real console.
    private static final String SETTINGS = "endpoint.port=0\nhost.label=demo\n";

    private final DataFolder folder;
    private final FolderLock lock;

    private DemoFolder(DataFolder folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DemoFolder make(Path parent, Scenario scenario) throws IOException {
        var folder = new DataFolder(Files.createTempDirectory(parent, PREFIX));
        var lock = FolderLock.tryTake(folder.root().resolve(LOCK), Holder.ofThisProcess(Holder.Kind.KEEPER));
        if (lock.isEmpty()) {
            throw new IOException(folder.root() + " was just made, but another process holds it");
        }
        var made = new DemoFolder(folder, lock.get());
        try {
            new OwnerOnlyFile(folder.settings()).write(SETTINGS);
            new DemoMark(folder).write(scenario);
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    /// Removes what demos of this user have left that do not run any more.
    static void sweep(Path parent) throws IOException {
        for (var root : left(parent)) {
            try {
                remove(new DataFolder(root));
            } catch (IOException | StoreException e) {
                LOG.warn("What a demo left in {} stays there: {}", root, e.getMessage());
            }
        }
    }

    private static List<Path> left(Path parent) throws IOException {
        try (var found = Files.newDirectoryStream(parent, PREFIX + "*")) {
            var left = new ArrayList<Path>();
            for (var root : found) {
                if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)
                        && OwnerOnlyFile.isOfThisUser(root) && new DataFolder(root).isDemo()
                        && FolderLock.holder(root.resolve(LOCK)).isEmpty()) {
                    left.add(root);
                }
            }
            return left;
        }
    }

    private static void remove(DataFolder folder) throws IOException, StoreException {
        if (EmbeddedPostgres.isMade(folder.postgres())) {
            // Its server may still run; who uses it last stops it.
            EmbeddedPostgres.open(folder.postgres(), _ -> {}).close();
        }
        FolderTree.delete(folder.root());
    }

    DataFolder folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.close();
        FolderTree.delete(folder.root());
    }
}
