package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;

/// Gives back the room that days took in advance and did not need, once they are over: up to half a megabyte each. The
/// server's own upkeep passes small tables by.
final class Settling {
    private final ConnectionPool pool;

    Settling(ConnectionPool pool) {
        this.pool = pool;
    }

    /// Settles the days that are over and have rows since the last time.
    ///
    /// @param today the first day that is left alone
    /// @return how many days that were
    int run(LocalDate today) throws StoreException {
        List<String> partitions = pool.use("The days that are over could not be read",
                connection -> Rows.read(connection, Sql.UNSETTLED_DAYS, statement -> statement.setObject(1, today),
                        row -> row.getString("relname")));
        for (String partition : partitions) {
            vacuum(partition);
        }
        return partitions.size();
    }

    /// @param partition as the server told it: letters, digits and underscores. Names cannot be parameters.
    private void vacuum(String partition) throws StoreException {
        pool.use("The partition " + partition + " could not be settled", connection -> {
            try (PreparedStatement statement = connection.prepareStatement("VACUUM (ANALYZE) " + partition)) {
                return statement.execute();
            }
        });
    }
}
