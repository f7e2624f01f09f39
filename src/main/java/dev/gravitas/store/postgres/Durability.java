package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;

import java.util.List;

/// What the last check found about the server's promise to keep what it commits. Thread-safe.
final class Durability {
    private volatile List<String> faults = List.of();

    void found(List<String> newFaults) {
        faults = List.copyOf(newFaults);
    }

    List<String> faults() {
        return faults;
    }

    /// @throws StoreException UNSAFE when committed rows could be lost
    void require() throws StoreException {
        List<String> found = faults;
        if (!found.isEmpty()) {
            throw new StoreException(Kind.UNSAFE, "Nothing is entrusted to the database. " + String.join(" ", found));
        }
    }
}
