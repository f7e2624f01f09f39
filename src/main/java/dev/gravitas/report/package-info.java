/// The JSON documents that commands and endpoint share: one shape, said once. The only place that turns figures into JSON.
@NullMarked
package dev.gravitas.report;

import org.jspecify.annotations.NullMarked;
