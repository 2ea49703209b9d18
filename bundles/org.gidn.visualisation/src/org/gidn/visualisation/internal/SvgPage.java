package org.gidn.visualisation.internal;

import java.awt.Color;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Theme;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.ViewBox;

/** Figures as SVG documents, and as elements for pages of HTML. */
public final class SvgPage {
    private SvgPage() {}

    /** A document of its own. */
    public static String document(Figure figure, int width, int height, Theme theme) {
        SVGGraphics2D graphics = graphics(width, height, "figure");
        graphics.setColor(new Color(theme.background()));
        graphics.fillRect(0, 0, width, height);
        FigureDrawing.draw(graphics, figure, width, height, theme, true);
        // Without the document type that JFreeSVG writes, which makes some readers ask the network for its definition.
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + graphics.getSVGElement("figure");
    }

    /**
     * An element that fills the width that it is given, without a title and on whatever background there is.
     *
     * @param id begins the names that the element defines; unique on the page
     */
    public static String element(Figure figure, int width, int height, Theme theme, String id) {
        SVGGraphics2D graphics = graphics(width, height, id);
        FigureDrawing.draw(graphics, figure, width, height, theme, false);
        return graphics.getSVGElement(id, true, new ViewBox(0, 0, width, height), null, null);
    }

    private static SVGGraphics2D graphics(int width, int height, String id) {
        Fonts.check();
        SVGGraphics2D graphics = new SVGGraphics2D(width, height, SVGUnits.PX);
        graphics.setFontFunction(family -> Fonts.FAMILIES);
        graphics.setGeomDoubleConverter(SvgPage::hundredths);
        graphics.setTransformDoubleConverter(SvgPage::hundredths);
        // Else it is the time, and no two documents are the same.
        graphics.setDefsKeyPrefix(id);
        return graphics;
    }

    /** Coordinates to a hundredth of a pixel, without needless zeros, make files half as long. */
    private static String hundredths(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
