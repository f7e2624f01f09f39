package dev.gravitas.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

class HouseRulesTest {
    private static final String PLANTED = "dev.gravitas.architecture.planted";

    // Rooms whose arrows need no plant of their own: one planted arrow per kind of rule proves the rule.
    private static final Set<String> SAME_KIND = Set.of("arrows of config", "arrows of store",
            "arrows of store.postgres",
            "arrows of store.embedded", "arrows of archive", "arrows of report", "arrows of endpoint", "arrows of cli",
            "arrows of telemetry", "arrows of telemetry.spool", "arrows of bench", "arrows of demo",
            "arrows of diagnostics", "arrows of governance", "arrows of maintenance");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsEveryRule() {
        JavaClasses product = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.gravitas");
        return new HouseRules("dev.gravitas").all()
                .entrySet()
                .stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(product)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleBitesItsPlantedViolation() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
        return new HouseRules(PLANTED).all()
                .entrySet()
                .stream()
                .filter(rule -> !SAME_KIND.contains(rule.getKey()))
                .map(rule -> dynamicTest(rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(planted).hasViolation()).as(rule.getKey()).isTrue()));
    }

    @Test
    void everyPackageIsNullMarked() throws Exception {
        var unmarked = packages(Path.of("src/main/java")).filter(folder -> !isMarked(folder)).toList();
        assertThat(unmarked).isEmpty();
        assertThat(isMarked(Path.of("src/test/java/dev/gravitas/architecture"))).as("a package without the mark")
                .isFalse();
    }

    private static Stream<Path> packages(Path sources) throws Exception {
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList()
                    .stream();
        }
    }

    private static boolean isMarked(Path folder) {
        var name = "dev.gravitas"
                + folder.toString().replace('\\', '/').replaceFirst(".*dev/gravitas", "").replace('/', '.');
        try {
            return Class.forName(name + ".package-info").isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
