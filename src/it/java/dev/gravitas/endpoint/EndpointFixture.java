package dev.gravitas.endpoint;

import dev.gravitas.testing.FakeTelemetryQueries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// An endpoint over fake queries in a data folder of its own.
final class EndpointFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Clock CLOCK = Clock.systemUTC();

    final FakeTelemetryQueries queries = new FakeTelemetryQueries(CLOCK);
    final EndpointServer server;
    final RawHttp http;
    final String token;

    EndpointFixture(Path folder, EndpointSettings settings) throws IOException {
        server = EndpointServer
                .start(settings, folder, queries, CLOCK, Thread.ofPlatform().daemon().name("endpoint-", 0).factory());
        http = new RawHttp(server.url());
        token = Files.readString(folder.resolve("endpoint.token")).strip();
    }

    static EndpointFixture onAnyPort(Path folder) throws IOException {
        return new EndpointFixture(folder, EndpointSettings.DEFAULT.withPort(0));
    }

    String host() {
        return "Host: 127.0.0.1:" + http.port();
    }

    String bearer() {
        return "Authorization: Bearer " + token;
    }

    /// As a good client asks, with more header lines.
    RawHttp.Reply ask(String method, String target, String... more) throws IOException {
        var headers = Stream.concat(Stream.of(host(), bearer()), Stream.of(more)).toList();
        return http.send(RawHttp.request(method, target, headers));
    }

    /// With just these header lines.
    RawHttp.Reply askWith(String method, String target, List<String> headers) throws IOException {
        return http.send(RawHttp.request(method, target, headers));
    }

    @Override
    public void close() {
        server.close();
    }
}
