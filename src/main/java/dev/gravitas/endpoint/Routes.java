package dev.gravitas.endpoint;

import dev.gravitas.report.Document;
import dev.gravitas.report.FootprintDocument;
import dev.gravitas.report.SixtyDayDocument;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.TelemetryQueries;
import org.eclipse.jetty.server.Request;

import java.util.Map;
import java.util.Optional;

/// Which path gives which document.
record Routes(Map<String, Source> byPath) {

    /// Asks the database for a document; blocks.
    @FunctionalInterface
    interface Source {
        Document read() throws StoreException;
    }

    static Routes of(TelemetryQueries queries) {
        return new Routes(Map.of(
                "/telemetry/footprint", () -> FootprintDocument.of(queries.footprint()),
                "/telemetry/60day", () -> SixtyDayDocument.of(queries.sixtyDays())));
    }

    /// By the path as it was sent, letter for letter: nothing is decoded or tidied, so nothing can be smuggled past.
    Optional<Source> find(Request request) {
        return Optional.ofNullable(request.getHttpURI().getPath()).map(byPath::get);
    }
}
