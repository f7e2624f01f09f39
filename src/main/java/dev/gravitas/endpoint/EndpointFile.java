package dev.gravitas.endpoint;

import dev.gravitas.config.OwnerOnlyFile;
import dev.gravitas.report.JsonText;
import dev.gravitas.report.RunningEndpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The owner-only file `endpoint.json` of a data folder, by which others find the endpoint that runs there.
public final class EndpointFile {
    static final String FILE = "endpoint.json";

    // The system's word for when a process started is coarse and moves when the clock is set.
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private final OwnerOnlyFile file;

    public EndpointFile(Path dataFolder) {
        file = new OwnerOnlyFile(dataFolder.resolve(FILE));
    }

    /// The running endpoint; empty when there is none, also when its process died without tidying up.
    ///
    /// @throws IOException when the file is there but cannot be read or trusted
    public Optional<RunningEndpoint> find() throws IOException {
        return written().filter(EndpointFile::lives);
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

    // A process that started after the endpoint did only happens to have its number.
    private static boolean lives(RunningEndpoint endpoint) {
        var latestStart = endpoint.startedAt().plus(CLOCK_SLACK);
        return ProcessHandle.of(endpoint.pid())
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().filter(latestStart::isBefore).isEmpty())
                .isPresent();
    }
}
