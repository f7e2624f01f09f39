package dev.gravitas.endpoint;

import java.time.Duration;

/// Where and how much the endpoint serves.
///
/// @param port wanted on 127.0.0.1; 0 for any free one
/// @param furtherPorts how many ports after it are tried when it is taken, before any free one
/// @param maxRequests answered at the same time; more are told to come back
/// @param maxConnections open at the same time; more wait unaccepted
/// @param timeLimit of one connection from its first byte to its last, whatever the client does
public record EndpointSettings(int port, int furtherPorts, int maxRequests, int maxConnections, Duration timeLimit) {
    public static final EndpointSettings DEFAULT = new EndpointSettings(8417, 20, 8, 2000, Duration.ofSeconds(10));

    public EndpointSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The endpoint's port must be 0 to 65535, but is " + port + ".");
        }
    }

    public EndpointSettings withPort(int other) {
        return new EndpointSettings(other, furtherPorts, maxRequests, maxConnections, timeLimit);
    }

    public EndpointSettings withTimeLimit(Duration other) {
        return new EndpointSettings(port, furtherPorts, maxRequests, maxConnections, other);
    }
}
