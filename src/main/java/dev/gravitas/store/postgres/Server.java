package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// What a server says of itself and of what this login may do there.
///
/// @param schema where unqualified names lie
record Server(String version, String schema, boolean mayCreate, boolean standby) {

    /// @throws StoreException MISCONFIGURED when the console cannot work there
    static Server ask(Connection connection) throws SQLException, StoreException {
        try (PreparedStatement statement = Sql.SERVER.prepare(connection); ResultSet row = statement.executeQuery()) {
            row.next();
            @Nullable
            String schema = row.getString("schema_name");
            if (schema == null) {
                throw new StoreException(Kind.MISCONFIGURED,
                        "The database user has no schema to work in: grant it USAGE and CREATE on one of its search path.");
            }
            return new Server(row.getString("version"), schema, row.getBoolean("may_create"),
                    row.getBoolean("standby"));
        }
    }

    void requireMayCreate() throws StoreException {
        if (standby) {
            throw new StoreException(Kind.MISCONFIGURED,
                    "The database server is a standby and accepts no writes. Use the primary server.");
        }
        if (!mayCreate) {
            throw new StoreException(Kind.MISCONFIGURED,
                    "The database user may not create tables in the schema " + schema
                            + ": grant it CREATE there, or use another user.");
        }
    }
}
