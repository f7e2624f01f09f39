package dev.gravitas.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// The rules of the house for a tree of packages below `root`: the product's own, or the planted one that proves that
/// each rule bites.
final class HouseRules {
    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        arrows().forEach((room, allowed) -> rules.put("arrows of " + room, arrow(room, allowed)));
        rules.put("no cycles",
                SlicesRuleDefinition.slices()
                        .matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true));
        onlyIn("JavaFX", List.of("ui"), "javafx..", "io.fair_acc..", "atlantafx..", "org.kordamp..").into(rules);
        onlyIn("chart-fx", List.of("ui.chart"), "io.fair_acc..").into(rules);
        onlyIn("databases", List.of("store.postgres", "store.embedded", "bench"), "javax.sql..", "com.zaxxer..",
                "org.postgresql..", "org.flywaydb..").into(rules);
        onlyIn("SQL", List.of("store.postgres", "store.embedded", "telemetry.spool", "bench"), "java.sql..")
                .into(rules);
        onlyIn("SQLite", List.of("telemetry.spool"), "org.sqlite..").into(rules);
        onlyIn("JNA", List.of("gpu.nvml"), "com.sun.jna..").into(rules);
        onlyIn("archives of binaries", List.of("store.embedded"), "org.apache.commons.compress..", "org.tukaani..")
                .into(rules);
        onlyIn("HTTP server", List.of("endpoint"), "org.eclipse.jetty..", "com.sun.net.httpserver..").into(rules);
        onlyIn("picocli", List.of("cli"), "picocli..").into(rules);
        onlyIn("CSV", List.of("archive"), "de.siegmar..").into(rules);
        onlyIn("Jackson", List.of("report", "telemetry"), "tools.jackson..").into(rules);
        rules.put("clock", clock());
        rules.put("threads", threads());
        rules.put("hand-over to the FX thread", runLater());
        rules.put("view models", viewModels());
        rules.put("no inline style", noClasses().that()
                .resideInAPackage(root + "..")
                .should()
                .callMethodWhere(DescribedPredicate.describe("setStyle of a node",
                        call -> call.getTarget().getName().equals("setStyle")))
                .because("appearance lives in style sheets"));
        rules.put("standard streams", standardStreams());
        rules.put("no static state", fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .beFinal()
                .because("collaborators come by constructor"));
        rules.put("names", noClasses().that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)$")
                .because("such names say nothing"));
        rules.put("model is data", modelIsData());
        return rules;
    }

    // Who may know whom, as in ARCHITECTURE.md. `app` may know everyone.
    private static Map<String, List<String>> arrows() {
        var ports = List.of("store", "telemetry", "archive", "gpu");
        var arrows = new LinkedHashMap<String, List<String>>();
        arrows.put("model", List.of());
        arrows.put("config", List.of("model"));
        arrows.put("store", List.of("model"));
        arrows.put("store.postgres", List.of("model", "store", "config"));
        arrows.put("store.embedded", List.of("model", "store", "config", "store.postgres"));
        arrows.put("telemetry", List.of("model", "store"));
        arrows.put("telemetry.spool", List.of("model", "store", "telemetry"));
        arrows.put("archive", List.of("model", "store", "telemetry"));
        arrows.put("report", List.of("model"));
        arrows.put("endpoint", join(ports, "model", "config", "report"));
        arrows.put("diagnostics", List.of("model", "config"));
        arrows.put("cli", join(ports, "model", "config", "report", "diagnostics"));
        arrows.put("bench", List.of("model", "store", "store.postgres", "store.embedded", "telemetry", "report"));
        arrows.put("demo", List.of("model", "telemetry", "gpu"));
        arrows.put("governance", List.of("model"));
        arrows.put("maintenance", List.of("model", "store", "governance"));
        arrows.put("ui", join(ports, "model", "config", "diagnostics", "governance", "maintenance", "ui.*"));
        return arrows;
    }

    private static List<String> join(List<String> ports, String... more) {
        return Stream.concat(ports.stream(), Stream.of(more)).toList();
    }

    private ArchRule arrow(String room, List<String> allowed) {
        var here = room.equals("ui") ? root + ".ui.." : root + "." + room;
        var friends = Stream.concat(Stream.of(here), allowed.stream().map(name -> root + "." + name))
                .toArray(String[]::new);
        var stranger = resideInAPackage(root + "..").and(DescribedPredicate.not(resideInAnyPackage(friends)));
        return noClasses().that()
                .resideInAPackage(here)
                .should()
                .dependOnClassesThat(stranger)
                .allowEmptyShould(true)
                .because(room + " may know only " + allowed);
    }

    private Only onlyIn(String what, List<String> rooms, String... libraries) {
        var homes = rooms.stream().map(room -> root + "." + room + "..").toArray(String[]::new);
        return new Only(what, noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(homes)
                .and(DescribedPredicate.not(entryPoint()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(what + " is seen only in " + rooms));
    }

    private record Only(String what, ArchRule rule) {
        void into(Map<String, ArchRule> rules) {
            rules.put(what, rule);
        }
    }

    // Main hands its arguments to picocli, LogFiles sets up logback; nothing else is exempt.
    private DescribedPredicate<JavaClass> entryPoint() {
        return DescribedPredicate.describe("the entry point", type -> type.getName().equals(root + ".Main"));
    }

    private ArchRule clock() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes from a Clock");
    }

    private ArchRule threads() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName("Threads")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Executors.class)
                .orShould()
                .callMethodWhere(DescribedPredicate.describe("Thread factories and sleeps",
                        call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && List.of("sleep", "ofPlatform", "ofVirtual", "startVirtualThread")
                                        .contains(call.getName())))
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .because("app.Threads makes the threads");
    }

    private ArchRule runLater() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".ui.fx")
                .should()
                .callMethodWhere(DescribedPredicate.describe("Platform.runLater",
                        call -> call.getTargetOwner().getName().equals("javafx.application.Platform")
                                && call.getName().equals("runLater")))
                .because("the hand-over to the FX thread is one bridge");
    }

    private ArchRule viewModels() {
        return noClasses().that(simpleNameEndingWith("ViewModel"))
                .and()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .allowEmptyShould(true)
                .because("a view model is tested without a toolkit");
    }

    private ArchRule standardStreams() {
        return noClasses().that()
                .resideInAPackage(root + "..")
                .and()
                .haveSimpleNameNotEndingWith("JavaHome")
                .and(DescribedPredicate.not(entryPoint()))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("commands print through picocli, everything else logs");
    }

    private ArchRule modelIsData() {
        return classes().that()
                .resideInAPackage(root + ".model")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .orShould()
                .haveOnlyPrivateConstructors()
                .because("the model is immutable data");
    }
}
