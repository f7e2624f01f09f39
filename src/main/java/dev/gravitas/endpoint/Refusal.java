package dev.gravitas.endpoint;

import dev.gravitas.report.ErrorDocument;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/// Why a request gets no figures: a status, a code for programs, and the headers that belong to the status.
record Refusal(int status, String code, HttpFields headers) {
    static Refusal of(int status, String code) {
        return new Refusal(status, code, HttpFields.EMPTY);
    }

    static Refusal of(int status, String code, String header, String value) {
        return new Refusal(status, code, HttpFields.from(new HttpField(header, value)));
    }

    /// For what the server itself found wrong before or behind our checks.
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 404 -> of(status, "not_found");
            case 414 -> of(status, "uri_too_long");
            case 431 -> of(status, "headers_too_large");
            case 503 -> of(status, "unavailable");
            case 505 -> of(status, "version_not_supported");
            default -> of(status, status < 500 ? "bad_request" : "internal_error");
        };
    }

    ErrorDocument document() {
        return new ErrorDocument(code);
    }
}
