package dev.gravitas.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class LifeCycleIT {

    @Test
    void startsColdThenWarmAndKeepsTheData() throws Exception {
        Path root = TestFolders.fresh("postgres");
        List<String> stages = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(root, TestFolders.binaries(), stages::add)) {
            assertThat(stages).contains("Preparing the database folder", "Starting PostgreSQL");
            assertThat(postgres.settingsFaults()).isEmpty();
            assertThat(postgres.tcp()).isEmpty();
            Sql.run(postgres.login(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
        }
        stages.clear();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(root, TestFolders.binaries(), stages::add)) {
            assertThat(stages).contains("Starting PostgreSQL").doesNotContain("Preparing the database folder");
            assertThat(Sql.ask(postgres.login(), "SELECT n FROM kept")).isEqualTo("7");
        }
        assertThat(root.resolve("data/postmaster.pid")).doesNotExist();
    }
}
