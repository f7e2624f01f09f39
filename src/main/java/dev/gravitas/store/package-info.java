/// Ports to the telemetry database: writing batches, asking for figures, the import ledger, the state of the database.
///
/// Everyone but `model` may use these interfaces; all of them block, so the FX thread never calls them. The adapters
/// `store.postgres` and `store.embedded` are known to `app` alone.
@NullMarked
package dev.gravitas.store;

import org.jspecify.annotations.NullMarked;
