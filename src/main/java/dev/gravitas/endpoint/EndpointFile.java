package dev.gravitas.endpoint;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.report.JsonText;
import dev.gravitas.report.RunningEndpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The owner-only file `endpoint.json` of a data folder, by which others find the endpoint that runs there.
public final class EndpointFile {
    static final String FILE = "endpoint.json";

    private final OwnerOnlyFile file;

    public EndpointFile(Path dataFolder) {
        file = new OwnerOnlyFile(dataFolder.resolve(FILE));
    }

    /// The endpoint of that process, which must be known to run; empty when it serves none. What a process that died left
    /// behind is passed over.
    ///
    /// @throws IOException when the file is there but cannot be read or trusted
    public Optional<RunningEndpoint> of(long pid) throws IOException {
        return written().filter(endpoint -> endpoint.pid() == pid);
    }

    void publish(RunningEndpoint endpoint) throws IOException {
        file.write(JsonText.pretty(endpoint) + "\n");
    }

    /// Removes the file unless another endpoint has written it since.
    void withdraw(RunningEndpoint endpoint) throws IOException {
        if (written().filter(endpoint::equals).isPresent()) {
            file.delete();
        }
    }

    private Optional<RunningEndpoint> written() throws IOException {
        var text = file.read();
        return text.isEmpty() ? Optional.empty() : Optional.of(JsonText.read(text.get(), RunningEndpoint.class));
    }
}
