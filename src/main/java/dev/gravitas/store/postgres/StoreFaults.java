package dev.gravitas.store.postgres;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.sql.SQLException;

/// Says in plain words why a statement failed, by the server's SQLSTATE.
final class StoreFaults {
    private StoreFaults() {
    }

    /// @param what was being done, as the start of a sentence: `The events could not be stored`
    static StoreException explain(String what, SQLException fault) {
        @Nullable
        StoreException known = causeOf(fault, StoreException.class);
        if (known != null) {
            return new StoreException(known.kind(), what + ". " + known.getMessage(), known);
        }
        String state = stateOf(fault);
        return switch (kindOf(state)) {
            // Without the cause, because the server quotes refused data in its message.
            case REFUSED_DATA -> new StoreException(Kind.REFUSED_DATA,
                    what + ": PostgreSQL refused the data (SQLSTATE " + state + ").");
            case MISCONFIGURED -> new StoreException(Kind.MISCONFIGURED, what + ": " + reason(state, fault), fault);
            case UNAVAILABLE, UNSAFE, CONFLICT -> new StoreException(Kind.UNAVAILABLE,
                    what + ": PostgreSQL does not answer just now (SQLSTATE " + state + ").", fault);
        };
    }

    private static Kind kindOf(String state) {
        String category = state.length() < 2 ? "" : state.substring(0, 2);
        return switch (category) {
            // 54: larger than a limit of the server, an index entry say.
            case "22", "23", "54" -> Kind.REFUSED_DATA;
            // GV: raised by our own migrations, in words for an operator.
            case "25", "28", "3D", "3F", "42", "0A", "GV" -> Kind.MISCONFIGURED;
            default -> Kind.UNAVAILABLE;
        };
    }

    private static String reason(String state, SQLException fault) {
        return switch (state) {
            case "GV001" -> said(fault);
            case "42501" -> "the database user lacks a permission (" + said(fault)
                    + "). Grant it, or use another user.";
            case "25006" ->
                "the server accepts no writes, it is a standby or set to read only. Use the primary server.";
            case "42P01", "42703", "42883" -> "the schema is not the console's own. Use a database of its own.";
            case "42P07", "42723" -> "the database already has a table or function of that name that is not the"
                    + " console's. Use a database of its own.";
            default -> "the database is not set up for it (SQLSTATE " + state + ").";
        };
    }

    // Only for states of which the server's words quote neither SQL nor data: a missing permission names the table.
    private static String said(SQLException fault) {
        @Nullable
        PSQLException told = causeOf(fault, PSQLException.class);
        @Nullable
        ServerErrorMessage message = told == null ? null : told.getServerErrorMessage();
        return message == null || message.getMessage() == null ? "no reason given" : message.getMessage();
    }

    private static String stateOf(SQLException fault) {
        String state = "unknown";
        for (@Nullable
        Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable fault, Class<T> type) {
        for (@Nullable
        Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
