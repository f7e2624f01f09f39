/// The local HTTP endpoint: loopback, GET and HEAD only, bearer token. The only place that sees the HTTP server library.
@NullMarked
package dev.gravitas.endpoint;

import org.jspecify.annotations.NullMarked;
