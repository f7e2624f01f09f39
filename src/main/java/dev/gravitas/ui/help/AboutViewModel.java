package dev.gravitas.ui.help;

import dev.gravitas.diagnostics.Licence;
import dev.gravitas.diagnostics.Versions;
import dev.gravitas.store.StoreException;
import dev.gravitas.ui.fx.LiveView;
import dev.gravitas.ui.fx.Strings;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Reads what this console is made of. FX thread only.
public final class AboutViewModel {
    private final HelpPort port;
    private final Strings strings;
    private final LiveView<AboutScreen> live;

    public AboutViewModel(HelpPort port, LiveView.Tools tools, Strings strings) {
        this.port = port;
        this.strings = strings;
        this.live = new LiveView<>(() -> this::read, tools);
    }

    LiveView<AboutScreen> live() {
        return live;
    }

    // On a background thread.
    private AboutScreen read() throws StoreException {
        try {
            var facts = facts(port.versions());
            var licences = port.licences();
            return new AboutScreen(facts, licences, text(facts, licences));
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private List<AboutScreen.Line> facts(Versions versions) {
        var unknown = strings.text("about.unknown");
        var schema = versions.schema();
        return List.of(new AboutScreen.Line(strings.text("about.product"), versions.product()),
                new AboutScreen.Line(strings.text("about.build"),
                        versions.build() == null ? strings.text("about.development") : versions.build()),
                new AboutScreen.Line(strings.text("about.java"), versions.java()),
                new AboutScreen.Line(strings.text("about.javafx"),
                        versions.javafx() == null ? unknown : versions.javafx()),
                new AboutScreen.Line(strings.text("about.postgres"),
                        versions.postgres() == null ? unknown : versions.postgres()),
                new AboutScreen.Line(strings.text("about.schema"), schema == null
                        ? unknown
                        : strings.text("about.schema.versions", schema.stored(), schema.known())),
                new AboutScreen.Line(strings.text("about.system"), versions.system()),
                new AboutScreen.Line(strings.text("about.folder"), port.dataFolder().toString()));
    }

    private static String text(List<AboutScreen.Line> facts, List<Licence> licences) {
        return facts.stream().map(fact -> fact.name() + ": " + fact.value() + "\n").collect(Collectors.joining())
                + "\n"
                + licences.stream()
                        .map(part -> part.part() + " " + part.version() + ": " + part.terms() + "\n")
                        .collect(Collectors.joining());
    }
}
