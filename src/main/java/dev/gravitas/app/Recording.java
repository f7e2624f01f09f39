package dev.gravitas.app;

import dev.gravitas.config.DataFolder;
import dev.gravitas.endpoint.EndpointFile;
import dev.gravitas.report.RunningEndpoint;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;

/// The console that records on a data folder, as other processes see it.
///
/// @param endpointUrl of its endpoint, empty while that is not up
record Recording(Holder holder, Optional<String> endpointUrl) {

    /// Empty when nobody records now. Not for the recording process itself.
    static Optional<Recording> on(DataFolder folder) throws IOException {
        return FolderLock.holder(folder.recorderLock()).map(holder -> new Recording(holder, url(folder, holder)));
    }

    // The address of a console that died stays behind; only the holder's own counts.
    private static Optional<String> url(DataFolder folder, Holder holder) {
        try {
            return new EndpointFile(folder.root()).of(holder.pid()).map(RunningEndpoint::url);
        } catch (IOException e) {
            LoggerFactory.getLogger(Recording.class).warn("Cannot read where the endpoint is: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
