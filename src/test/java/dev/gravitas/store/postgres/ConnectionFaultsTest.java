package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gravitas.store.ServerLogin;
import dev.gravitas.store.StoreException.Kind;
import org.junit.jupiter.api.Test;

import java.net.UnknownHostException;
import java.sql.SQLException;

class ConnectionFaultsTest {
    @Test
    void saysThatThereIsNoSuchHost() {
        var login = new ServerLogin(new ServerLogin.Tcp("db.exmaple", 5432), "t", "u", "secret", "require");
        var fault = new SQLException("The connection attempt failed.", "08001", new UnknownHostException("db.exmaple"));

        assertThat(ConnectionFaults.explain(login, fault)).hasMessageStartingWith("There is no host of that name: "
                + "db.exmaple:5432.").hasMessageNotContaining("secret").extracting("kind").isEqualTo(Kind.UNAVAILABLE);
    }
}
