// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;

/**
 * How large the texts of the user's system are, by which what is drawn here grows.
 *
 * @param scale the size of texts over the usual one; at least 1
 * @param pixelsPerPoint pixels that a point of a font's size takes
 */
record FontScale(double scale, double pixelsPerPoint) {
    private static final double USUAL_HEIGHT = 16;
    /** The height of a line over the size of its font, as most fonts have it. */
    private static final double LEADING = 1.2;

    private static Font measured;
    private static FontScale known;

    /** That of a display; measured again only if its font is another one. */
    static synchronized FontScale of(Device device) {
        Font font = device.getSystemFont();
        if (!font.equals(measured)) {
            GC gc = new GC(device);
            gc.setFont(font);
            double height = gc.getFontMetrics().getHeight();
            gc.dispose();
            measured = font;
            known = new FontScale(
                    Math.max(1, height / USUAL_HEIGHT), height / LEADING / font.getFontData()[0].getHeight());
        }
        return known;
    }

    /** The scale of the display of this thread. */
    static double current() {
        return of(Display.getCurrent()).scale();
    }

    /** So many usual pixels in those of the display of this thread. */
    static int pixels(double usual) {
        return (int) Math.ceil(usual * current());
    }
}
