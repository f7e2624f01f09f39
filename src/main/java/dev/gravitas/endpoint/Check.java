package dev.gravitas.endpoint;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// One condition that a request must meet. Looks at the request line and the headers only, never at a body.
@FunctionalInterface
interface Check {
    /// Null lets the request pass.
    @Nullable
    Refusal refuse(Request request);
}
