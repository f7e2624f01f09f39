package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import java.sql.SQLException;

class StoreFaultsTest {
    @ParameterizedTest
    @CsvSource({"08006, UNAVAILABLE", "57P01, UNAVAILABLE", "57014, UNAVAILABLE", "53100, UNAVAILABLE",
            "55P03, UNAVAILABLE", "40P01, UNAVAILABLE", "58030, UNAVAILABLE", ", UNAVAILABLE", "22P05, REFUSED_DATA",
            "23514, REFUSED_DATA", "54000, REFUSED_DATA", "42501, MISCONFIGURED", "42P01, MISCONFIGURED",
            "28P01, MISCONFIGURED",
            "25006, MISCONFIGURED", "3D000, MISCONFIGURED"})
    void tellsWhatTheCallerCanDo(@Nullable String state, Kind kind) {
        assertThat(StoreFaults.explain("It failed", new SQLException("x", state)).kind()).isEqualTo(kind);
    }

    @Test
    void looksBehindThePoolsOwnFault() {
        SQLException cause = new SQLException("x", "42501");

        assertThat(StoreFaults.explain("It failed", new SQLException("no session", cause)).kind())
                .isEqualTo(Kind.MISCONFIGURED);
    }

    @Test
    void namesTheTableThatAPermissionLacks() {
        var told = new ServerErrorMessage("SERROR\0C42501\0Mpermission denied for table system_telemetry\0");

        assertThat(StoreFaults.explain("It failed", new SQLException("x", new PSQLException(told))))
                .hasMessage("It failed: the database user lacks a permission (permission denied for table "
                        + "system_telemetry). Grant it, or use another user.");
    }

    @Test
    void keepsTheConnectorsExplanation() {
        StoreException known = new StoreException(Kind.MISCONFIGURED, "The password is wrong.");

        assertThat(StoreFaults.explain("It failed", new SQLException("x", known)))
                .hasMessage("It failed. The password is wrong.");
    }

    @Test
    void showsNoDataInItsMessage() {
        SQLException fault = new SQLException("invalid input: \"private\"", "22P02");

        assertThat(StoreFaults.explain("It failed", fault)).hasMessageNotContaining("private").hasNoCause();
    }
}
