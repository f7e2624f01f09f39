package dev.gravitas.endpoint;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// What every request passes, in this order: sizes, host, origin, method, body, path, token, query. A page or program
/// that has no business here learns from the first refusal and nothing more.
record Checks(List<Check> inOrder) implements Check {
    private static final int MAX_URI = 2048;
    private static final int MAX_FIELDS = 50;
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    static Checks of(int port, Routes routes, AccessToken token) {
        return new Checks(List.of(Checks::size, new HostCheck(port), Checks::origin, Checks::method, Checks::body,
                request -> path(request, routes), new TokenCheck(token), Checks::query));
    }

    @Override
    public @Nullable Refusal refuse(Request request) {
        for (var check : inOrder) {
            @Nullable
            Refusal refusal = check.refuse(request);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal size(Request request) {
        @Nullable
        String target = request.getHttpURI().getPathQuery();
        if (target != null && target.length() > MAX_URI) {
            return Refusal.ofStatus(414);
        }
        return request.getHeaders().size() > MAX_FIELDS ? Refusal.ofStatus(431) : null;
    }

    // No page has business here, so any Origin is a foreign one.
    private static @Nullable Refusal origin(Request request) {
        var foreign = request.getHeaders().contains(HttpHeader.ORIGIN) || request.getHeaders()
                .getValuesList("Sec-Fetch-Site")
                .stream()
                .anyMatch(site -> !OWN_SITE.contains(site));
        return foreign ? Refusal.of(403, "foreign_origin") : null;
    }

    private static @Nullable Refusal method(Request request) {
        return METHODS.contains(request.getMethod())
                ? null
                : Refusal.of(405, "method_not_allowed", "Allow", "GET, HEAD");
    }

    private static @Nullable Refusal body(Request request) {
        var headers = request.getHeaders();
        var announced = headers.contains(HttpHeader.TRANSFER_ENCODING)
                || headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0;
        return announced ? Refusal.of(400, "body_not_allowed") : null;
    }

    private static @Nullable Refusal path(Request request, Routes routes) {
        return routes.find(request).isPresent() ? null : Refusal.ofStatus(404);
    }

    private static @Nullable Refusal query(Request request) {
        @Nullable
        String query = request.getHttpURI().getQuery();
        return query == null || query.isEmpty() ? null : Refusal.of(400, "unknown_parameter");
    }
}
