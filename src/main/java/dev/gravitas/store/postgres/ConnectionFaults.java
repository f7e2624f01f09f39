package dev.gravitas.store.postgres;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

import java.net.UnknownHostException;
import java.sql.SQLException;

/// Says in plain words why a login failed, by the server's SQLSTATE.
final class ConnectionFaults {
    private ConnectionFaults() {
    }

    static StoreException explain(ServerLogin login, SQLException fault) {
        if (isUnknownHost(fault)) {
            return later("There is no host of that name: " + login.address() + ". Check its spelling and the network.",
                    fault);
        }
        String at = " at " + login.address();
        return switch (state(fault)) {
            case "28P01" -> asks("The password of database user " + login.user() + at + " is wrong.", fault);
            case "28000" -> asks("The server" + at + " does not let user " + login.user()
                    + " in: check the user's name and the server's pg_hba.conf.", fault);
            case "3D000" -> asks("There is no database " + login.database() + at + ".", fault);
            case "42501" -> asks("User " + login.user() + " has no permission to use database " + login.database() + at
                    + ".", fault);
            case "08004" -> asks("The server" + at + " refused the connection: " + firstLine(fault), fault);
            case "57P03" -> later("PostgreSQL" + at + " is starting or stopping.", fault);
            case "53300" -> later("PostgreSQL" + at + " has no connection left.", fault);
            default -> later("PostgreSQL" + at + " cannot be reached: " + firstLine(fault), fault);
        };
    }

    private static boolean isUnknownHost(Throwable fault) {
        @Nullable
        Throwable cause = fault;
        while (cause != null && !(cause instanceof UnknownHostException)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private static String state(SQLException fault) {
        @Nullable
        String state = fault.getSQLState();
        return state == null ? "" : state;
    }

    private static String firstLine(SQLException fault) {
        @Nullable
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message.lines().findFirst().orElse("");
    }

    private static StoreException asks(String message, SQLException fault) {
        return new StoreException(Kind.MISCONFIGURED, message, fault);
    }

    private static StoreException later(String message, SQLException fault) {
        return new StoreException(Kind.UNAVAILABLE, message, fault);
    }
}
