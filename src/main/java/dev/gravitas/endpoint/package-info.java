/// The local HTTP endpoint: loopback, GET and HEAD only, bearer token. The only place that sees the HTTP server library.
///
/// `app` starts it with [dev.gravitas.endpoint.EndpointServer]; everyone may find a running one with
/// [dev.gravitas.endpoint.EndpointFile]. A request passes the checks of `Checks` in their order, then finds its answer in
/// the table of `Routes`.
@NullMarked
package dev.gravitas.endpoint;

import org.jspecify.annotations.NullMarked;
