package dev.gravitas.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, by dotted keys: `view.element.purpose`. Immutable.
public final class Strings {
    private final ResourceBundle bundle;

    public Strings(Locale locale) {
        this(ResourceBundle.getBundle("dev.gravitas.ui.i18n.strings", locale));
    }

    /// @param bundle with the same keys as the window's own, and with a locale
    public Strings(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /// For FXML, which looks `%keys` up by itself.
    public ResourceBundle bundle() {
        return bundle;
    }

    /// The text of a key, with `{0}`, `{1}` … replaced.
    ///
    /// @throws java.util.MissingResourceException for an unknown key
    public String text(String key, Object... values) {
        var text = bundle.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, bundle.getLocale()).format(values);
    }
}
