// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Theme;

/** Figures as SVG documents, and as elements for pages of HTML. */
public final class SvgPage {
    private SvgPage() {}

    /** A document of its own. */
    public static String document(Figure figure, int width, int height, Theme theme) {
        SvgSurface page = new SvgSurface("figure");
        page.fill(0, 0, width, height, Colours.opaque(theme.background()));
        FigureDrawing.draw(page, figure, width, height, theme, true);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + page.element(width, height);
    }

    /**
     * An element that fills the width that it is given, without a title and on whatever background there is.
     *
     * @param id begins the names that the element defines; unique on the page
     */
    public static String element(Figure figure, int width, int height, Theme theme, String id) {
        SvgSurface page = new SvgSurface(id);
        FigureDrawing.draw(page, figure, width, height, theme, false);
        return page.element(width, height);
    }
}
