/// The ports of `store` on PostgreSQL: schema migrations, COPY writer, day partitions, queries. SQL statements lie one per
/// file beside this package in the resources. Only `app` may use it.
@NullMarked
package dev.gravitas.store.postgres;

import org.jspecify.annotations.NullMarked;
