package dev.gravitas.endpoint;

import dev.gravitas.report.DemoDocument;
import dev.gravitas.report.Document;
import dev.gravitas.report.JsonText;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Sends a document with the headers that every answer carries. For HEAD the server library leaves the body out.
///
/// @param demo whether every answer says that nothing in it is real
record Reply(boolean demo) {
    private static final HttpFields ALWAYS = HttpFields.build()
            .put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8")
            .put(HttpHeader.CACHE_CONTROL, "no-store")
            .put("X-Content-Type-Options", "nosniff")
            .put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
            .put("Cross-Origin-Resource-Policy", "same-origin")
            .put("Referrer-Policy", "no-referrer")
            .asImmutable();

    void send(Response response, Callback callback, Document document) {
        send(response, callback, 200, HttpFields.EMPTY, document);
    }

    void send(Response response, Callback callback, Refusal refusal) {
        send(response, callback, refusal.status(), refusal.headers(), refusal.document());
    }

    private void send(Response response, Callback callback, int status, HttpFields more, Document document) {
        var body = JsonText.compact(DemoDocument.of(document, demo)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        var headers = response.getHeaders();
        ALWAYS.forEach(headers::put);
        more.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
