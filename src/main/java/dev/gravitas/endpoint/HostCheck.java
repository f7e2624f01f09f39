package dev.gravitas.endpoint;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Exactly one Host, and one of ours to the letter, but for upper and lower case. This is what stops DNS rebinding: a page whose name was turned to
/// 127.0.0.1 sends no Origin, but it cannot hide its name here.
final class HostCheck implements Check {
    private static final Pattern WELL_FORMED = Pattern
            .compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");

    private final Set<String> ours;

    HostCheck(int port) {
        ours = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    @Override
    public @Nullable Refusal refuse(Request request) {
        var hosts = request.getHeaders().getFields(HttpHeader.HOST);
        if (hosts.size() != 1) {
            return Refusal.of(400, "bad_host");
        }
        var host = hosts.getFirst().getValue();
        if (host == null || !WELL_FORMED.matcher(host).matches()) {
            return Refusal.of(400, "bad_host");
        }
        return ours.contains(host.toLowerCase(Locale.ROOT)) ? null : Refusal.of(421, "foreign_host");
    }
}
