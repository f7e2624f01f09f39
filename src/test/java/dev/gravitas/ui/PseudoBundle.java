package dev.gravitas.ui;

import dev.gravitas.ui.fx.Strings;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/// The window's texts as a language would have them that needs more room: accents on the letters, brackets around the whole, and
/// two fifths more of them, as words of their own where there are several. What is filled in stays as it is.
final class PseudoBundle extends ResourceBundle {
    private static final String PLAIN = "AEIOUaeiouncysz";
    private static final String ACCENTED = "ÅÉÎÖÛåéîöûñçýšž";
    private static final double LONGER = 0.4;

    private final ResourceBundle real = new Strings(Locale.ENGLISH).bundle();

    static Strings strings() {
        return new Strings(new PseudoBundle());
    }

    @Override
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    @Override
    public Enumeration<String> getKeys() {
        return real.getKeys();
    }

    @Override
    protected Object handleGetObject(String key) {
        // A name has no translation.
        return key.equals("app.name") ? real.getString(key) : longer(real.getString(key));
    }

    /// What has no words is left as it is: units, signs, and what only joins values.
    static String longer(String text) {
        var words = text.replaceAll("\\{\\d+}", "");
        if (words.chars().filter(Character::isLetter).count() < 4) {
            return text;
        }
        var accented = new StringBuilder();
        text.chars().forEach(letter -> {
            int at = PLAIN.indexOf(letter);
            accented.append(at < 0 ? (char) letter : ACCENTED.charAt(at));
        });
        var more = new StringBuilder();
        for (int i = 0; i < words.length() * LONGER - 2; i++) {
            more.append(i % 6 == 0 ? ' ' : 'ø');
        }
        return "[" + accented + more.toString().stripTrailing() + "]";
    }
}
