package dev.gravitas.ui.chart.time;

import dev.gravitas.ui.chart.ModelColours;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which lines of a picture are drawn: the first six, unless somebody picks. FX thread only; needs no toolkit.
public final class LinePick {
    /// How many lines one chart may hold.
    static final int MOST = ModelColours.COLOURS;

    private final ReadOnlyObjectWrapper<Set<String>> picked = new ReadOnlyObjectWrapper<>(Set.of());

    /// The names that somebody picked, none for the first six.
    ReadOnlyObjectProperty<Set<String>> picked() {
        return picked.getReadOnlyProperty();
    }

    List<TimeLine> drawn(List<TimeLine> all) {
        var chosen = all.stream().filter(line -> picked.get().contains(line.name())).limit(MOST).toList();
        return chosen.isEmpty() ? all.stream().limit(MOST).toList() : chosen;
    }

    /// The lines that a legend names one by one: the first six, and what is drawn beyond them.
    List<TimeLine> listed(List<TimeLine> all) {
        var names = names(all);
        all.stream().limit(MOST).map(TimeLine::name).forEach(names::add);
        return all.stream().filter(line -> names.contains(line.name())).toList();
    }

    /// Draws one line alone; where it is alone already, the first six again.
    void isolate(String name, List<TimeLine> all) {
        var drawn = names(all);
        picked.set(drawn.equals(Set.of(name)) && all.size() > 1 ? Set.of() : Set.of(name));
    }

    /// Draws one more line, or takes it away; the last one stays, and a full chart takes no more.
    void add(String name, List<TimeLine> all) {
        var names = names(all);
        if (!names.remove(name)) {
            names.add(name);
        }
        if (!names.isEmpty() && names.size() <= MOST) {
            picked.set(Set.copyOf(names));
        }
    }

    private Set<String> names(List<TimeLine> all) {
        var names = new LinkedHashSet<String>();
        drawn(all).forEach(line -> names.add(line.name()));
        return names;
    }
}
