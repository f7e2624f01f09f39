package dev.gravitas.ui;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// Walks every visible node and lists what an operator would stumble over: cut texts, nodes outside their parent, tables
/// that scroll sideways, texts upon texts, and too little contrast. FX thread only, after layout.
///
/// The inside of a chart-fx chart is left out: it holds no text of ours.
final class LayoutAudit {
    private static final double TOLERANCE = 1.5;
    private static final double TEXT_CONTRAST = 4.5;
    private static final double ICON_CONTRAST = 3.0;
    private static final int LONG_NAME = 40;

    private final List<String> problems = new ArrayList<>();
    private final List<Written> texts = new ArrayList<>();

    private record Written(Text node, Bounds where) {}

    private final double textContrast;

    private final int shortest;

    private LayoutAudit(double textContrast, int shortest) {
        this.textContrast = textContrast;
        this.shortest = shortest;
    }

    static List<String> of(Parent root) {
        return of(root, TEXT_CONTRAST);
    }

    /// @param textContrast how much texts must stand out from what is under them; icons as ever
    static List<String> of(Parent root, double textContrast) {
        return new LayoutAudit(textContrast, LONG_NAME).audit(root);
    }

    /// The same for a language of longer words: any text may be shortened where a tooltip has all of it.
    static List<String> ofLongWords(Parent root) {
        return new LayoutAudit(TEXT_CONTRAST, 0).audit(root);
    }

    private List<String> audit(Parent root) {
        walk(root, root.localToScene(root.getLayoutBounds()));
        overlaps();
        return problems;
    }

    private void walk(Node node, Bounds window) {
        if (!node.isVisible() || node.getStyleClass().contains("chart")) {
            return;
        }
        if (node instanceof ScrollBar bar) {
            if (bar.getOrientation() == Orientation.HORIZONTAL) {
                problems.add("scrolls sideways: " + name(bar.getParent().getParent()));
            }
            return;
        }
        var clipped = node instanceof VirtualFlow<?> || isViewport(node) ? intersect(window, inScene(node)) : window;
        if (node instanceof Labeled labeled) {
            overrun(labeled, clipped);
        }
        if (node instanceof TextField field) {
            tooLong(field);
            return;
        }
        // It scrolls by itself, both ways.
        if (node instanceof TextArea) {
            return;
        }
        if (node instanceof Text text && !text.getText().isBlank() && text.isVisible()) {
            written(text, clipped);
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                outside(parent, child);
                walk(child, clipped);
            }
        }
    }

    private void overrun(Labeled labeled, Bounds window) {
        if (labeled.getText() == null || labeled.getText().isEmpty() || isEmpty(intersect(window, inScene(labeled)))) {
            return;
        }
        for (var child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text shown && !(child instanceof FontIcon) && !isKeptWhole(labeled)
                    && !shown.getText().equals(labeled.getText())) {
                problems.add("overrun: '" + labeled.getText() + "' reads '" + shown.getText() + "'");
            }
        }
    }

    // No room is wide enough for every name: a long one may be shortened where a tooltip has all of it.
    private boolean isKeptWhole(Labeled labeled) {
        return labeled.getText().length() > shortest && labeled.getTooltip() != null
                && labeled.getTooltip().getText().startsWith(labeled.getText());
    }

    private void tooLong(TextField field) {
        if (field.lookup(".text") instanceof Text shown
                && shown.getLayoutBounds().getWidth() > shown.getParent().getLayoutBounds().getWidth() + TOLERANCE) {
            problems.add("overrun: '" + field.getText() + "' does not fit its field");
        }
    }

    private void outside(Parent parent, Node child) {
        if (!(parent instanceof Region) || !child.isVisible() || scrolls(parent) || child instanceof Text) {
            return;
        }
        var inner = child.getBoundsInParent();
        var outer = parent.getLayoutBounds();
        if (inner.getWidth() > 0 && inner.getHeight() > 0 && (inner.getMinX() < outer.getMinX() - TOLERANCE
                || inner.getMaxX() > outer.getMaxX() + TOLERANCE || !isScrolled(parent) && isTooTall(inner, outer))) {
            problems.add("outside its parent: " + name(child) + " " + text(inner) + " in " + name(parent) + " "
                    + text(outer));
        }
    }

    // The head of a table that scrolls sideways moves with it, behind a clip.
    private static boolean scrolls(Parent parent) {
        return isInsideFlow(parent) || parent instanceof TableHeaderRow;
    }

    private static boolean isTooTall(Bounds inner, Bounds outer) {
        return inner.getMinY() < outer.getMinY() - TOLERANCE || inner.getMaxY() > outer.getMaxY() + TOLERANCE;
    }

    // What scrolls up and down may be taller than what is seen of it.
    private static boolean isScrolled(Parent parent) {
        return isViewport(parent) || parent.getParent() != null && isViewport(parent.getParent());
    }

    private static boolean isViewport(Node node) {
        return node.getStyleClass().contains("viewport");
    }

    // Rows scroll, so they may reach over the edge of what is seen.
    private static boolean isInsideFlow(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at instanceof VirtualFlow<?>) {
                return true;
            }
        }
        return false;
    }

    private void written(Text text, Bounds window) {
        var where = intersect(window, inScene(text));
        if (isEmpty(where)) {
            return;
        }
        texts.add(new Written(text, where));
        if (isInsideFlow(text) && where.getWidth() < inScene(text).getWidth() - TOLERANCE) {
            problems.add("cut by scrolling: '" + text.getText() + "'");
        }
        if (text.getFill() instanceof Color ink && !isDisabled(text)) {
            var paper = paper(text);
            var contrast = contrast(ink.interpolate(paper, 1 - ink.getOpacity()), paper);
            var wanted = text instanceof FontIcon ? ICON_CONTRAST : textContrast;
            if (contrast < wanted) {
                problems.add("contrast %.2f: '%s' %s on %s".formatted(contrast, text.getText(), ink, paper));
            }
        }
    }

    private static boolean isDisabled(Node node) {
        return node.isDisabled();
    }

    private void overlaps() {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                var both = intersect(texts.get(i).where, texts.get(j).where);
                if (both.getWidth() > TOLERANCE && both.getHeight() > 2 * TOLERANCE) {
                    problems.add("overlap: '" + texts.get(i).node.getText() + "' and '" + texts.get(j).node.getText()
                            + "'");
                }
            }
        }
    }

    /// The colour under a node: the fills of its ancestors, laid over each other from the first opaque one.
    private static Color paper(Node node) {
        var seen = new ArrayList<Color>();
        for (Parent at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region && region.getBackground() != null) {
                var fills = region.getBackground().getFills();
                for (int i = fills.size() - 1; i >= 0; i--) {
                    if (fills.get(i).getFill() instanceof Color colour && colour.getOpacity() > 0) {
                        seen.add(colour);
                        if (colour.isOpaque()) {
                            return blend(seen);
                        }
                    }
                }
            }
        }
        seen.add(Color.WHITE);
        return blend(seen);
    }

    private static Color blend(List<Color> topFirst) {
        var paper = topFirst.getLast();
        for (int i = topFirst.size() - 2; i >= 0; i--) {
            var top = topFirst.get(i);
            paper = paper.interpolate(new Color(top.getRed(), top.getGreen(), top.getBlue(), 1), top.getOpacity());
        }
        return paper;
    }

    private static double contrast(Color one, Color other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static Bounds intersect(Bounds a, Bounds b) {
        var x = Math.max(a.getMinX(), b.getMinX());
        var y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(x, y, Math.min(a.getMaxX(), b.getMaxX()) - x, Math.min(a.getMaxY(), b.getMaxY()) - y);
    }

    private static boolean isEmpty(Bounds bounds) {
        return bounds.getWidth() <= 0 || bounds.getHeight() <= 0;
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + node.getStyleClass();
    }

    private static String text(Bounds box) {
        return "[%.0f %.0f .. %.0f %.0f]".formatted(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }
}
