package dev.gravitas.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gravitas.store.StoreException;
import dev.gravitas.store.StoreException.Kind;
import org.junit.jupiter.api.Test;

import java.util.List;

class DurabilityTest {
    private final Durability durability = new Durability();

    @Test
    void refusesToWriteWhileTheServerCouldLoseRows() {
        durability.found(List.of("The database setting fsync is off."));

        assertThatThrownBy(durability::require).isInstanceOfSatisfying(StoreException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.UNSAFE);
            assertThat(e.getMessage()).contains("fsync is off");
        });
    }

    @Test
    void writesAgainWhenTheFaultIsMended() {
        durability.found(List.of("The database setting fsync is off."));
        durability.found(List.of());

        assertThatCode(durability::require).doesNotThrowAnyException();
    }
}
