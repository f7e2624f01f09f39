package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SqlTest {
    @ParameterizedTest
    @EnumSource(Sql.class)
    void holdsOneStatementPerFile(Sql sql) {
        assertThat(sql.text()).isNotBlank().doesNotContain(";");
    }
}
