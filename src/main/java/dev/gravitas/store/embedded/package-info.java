/// The real PostgreSQL that the console starts, shares between processes, supervises and stops by itself.
/// Only `app` may use it.
@NullMarked
package dev.gravitas.store.embedded;

import org.jspecify.annotations.NullMarked;
