package dev.gravitas.ui.fx;

import javafx.css.PseudoClass;

/// Names that code and style sheets share.
public final class Styles {
    public static final String NUMBER = "number";
    public static final String MUTED = "muted";
    public static final String CHIP = "chip";
    public static final PseudoClass UPDATING = PseudoClass.getPseudoClass("updating");
    public static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    public static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    public static final PseudoClass OK = PseudoClass.getPseudoClass("ok");

    private Styles() {
    }
}
