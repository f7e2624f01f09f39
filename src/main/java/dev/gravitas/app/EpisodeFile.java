package dev.gravitas.app;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.gpu.EpisodeMemory;
import dev.gravitas.model.LockoutEpisode;
import dev.gravitas.report.EpisodesDocument;
import dev.gravitas.report.JsonText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Lockouts that last, in an owner-only file of the data folder.
final class EpisodeFile implements EpisodeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(EpisodeFile.class);

    private final OwnerOnlyFile file;

    EpisodeFile(Path path) {
        file = new OwnerOnlyFile(path);
    }

    @Override
    public void keep(List<LockoutEpisode> running) {
        try {
            if (running.isEmpty()) {
                file.delete();
            } else {
                file.write(JsonText.pretty(new EpisodesDocument(running)) + "\n");
            }
        } catch (IOException e) {
            LOG.warn("A lockout that lasts cannot be kept over the end of the console: {}", e.getMessage());
        }
    }

    @Override
    public List<LockoutEpisode> left() {
        try {
            var text = file.read();
            return text.isEmpty() ? List.of() : JsonText.read(text.get(), EpisodesDocument.class).running();
        } catch (IOException e) {
            LOG.warn("What an earlier console left of lockouts cannot be read: {}", e.getMessage());
            return List.of();
        }
    }
}
