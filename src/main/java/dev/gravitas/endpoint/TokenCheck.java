package dev.gravitas.endpoint;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// The token in `Authorization: Bearer`, nowhere else; the word in any letter case, as HTTP has it. Every wrong one gets the same answer.
final class TokenCheck implements Check {
    private static final String SCHEME = "Bearer ";

    private final AccessToken token;

    TokenCheck(AccessToken token) {
        this.token = token;
    }

    @Override
    public @Nullable Refusal refuse(Request request) {
        var fields = request.getHeaders().getFields(HttpHeader.AUTHORIZATION);
        if (fields.size() > 1) {
            return Refusal.of(400, "bad_authorization");
        }
        var brought = fields.isEmpty() ? null : fields.getFirst().getValue();
        return brought != null && brought.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && token.matches(brought.substring(SCHEME.length()))
                        ? null
                        : Refusal.of(401, "unauthorized", "WWW-Authenticate", "Bearer");
    }
}
