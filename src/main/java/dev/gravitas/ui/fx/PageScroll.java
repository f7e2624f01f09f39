package dev.gravitas.ui.fx;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/// A page that scrolls up and down. Its texts are sharp at every size that the operator may choose: the toolkit would draw
/// them from a picture that it keeps of the page, which is blurred where that does not lie on whole pixels.
public final class PageScroll extends ScrollPane {
    public PageScroll() {
        getStyleClass().add("page-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = super.createDefaultSkin();
        lookup(".viewport").setCache(false);
        return skin;
    }
}
