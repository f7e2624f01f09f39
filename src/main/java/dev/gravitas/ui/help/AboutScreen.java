package dev.gravitas.ui.help;

import dev.gravitas.diagnostics.Licence;
import dev.gravitas.ui.fx.Notice;
import dev.gravitas.ui.fx.Screen;

import java.util.List;
import java.util.Optional;

/// What this console is made of.
///
/// @param copy all of it as one text, for the clipboard
record AboutScreen(List<Line> facts, List<Licence> licences, String copy) implements Screen {
    AboutScreen {
        facts = List.copyOf(facts);
        licences = List.copyOf(licences);
    }

    /// A name and what stands for it.
    record Line(String name, String value) {}

    @Override
    public Optional<Notice> empty() {
        return Optional.empty();
    }
}
