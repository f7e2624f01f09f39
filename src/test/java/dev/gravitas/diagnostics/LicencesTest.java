package dev.gravitas.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class LicencesTest {
    @Test
    void namesThePartsThatTheBuildPutIn() throws IOException {
        var licences = new Licences().read();
        assertThat(licences).extracting(Licence::part)
                .contains("io.fair-acc:chartfx", "org.openjfx:javafx-controls", "com.zaxxer:HikariCP",
                        "postgresql (server)")
                .doesNotContain("org.junit.jupiter:junit-jupiter", "org.assertj:assertj-core");
        assertThat(licences).filteredOn(part -> part.part().equals("io.fair-acc:chartfx"))
                .extracting(Licence::terms)
                .containsExactly("LGPLv3");
        assertThat(licences).allSatisfy(part -> assertThat(part.terms()).as(part.part()).isNotBlank());
    }
}
