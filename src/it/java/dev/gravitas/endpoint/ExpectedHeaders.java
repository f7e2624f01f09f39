package dev.gravitas.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

/// The headers that every reply must carry, and those that none may.
final class ExpectedHeaders {
    private ExpectedHeaders() {
    }

    static void of(RawHttp.Reply reply) {
        assertThat(reply.header("Content-Type")).containsExactly("application/json; charset=utf-8");
        assertThat(reply.header("Cache-Control")).containsExactly("no-store");
        assertThat(reply.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(reply.header("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(reply.header("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(reply.headers())
                .noneMatch(line -> line.matches("(?i)(server|x-powered-by|access-control-.*|set-cookie|location):.*"));
    }
}
