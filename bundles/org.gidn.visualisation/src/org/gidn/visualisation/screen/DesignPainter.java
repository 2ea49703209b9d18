// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.function.IntPredicate;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.gidn.core.design.DesignBatch;
import org.gidn.visualisation.DesignPicture;

/**
 * Paints designs as pictures in a window, fast enough for galleries of thumbnails.
 *
 * @since 1.0
 */
public final class DesignPainter {
    /** Seen on all colours of levels. */
    private static final int MARK = 0xFFD55E00;

    private DesignPainter() {}

    /**
     * Paints one design, as large as the rectangle allows.
     *
     * @throws org.gidn.core.InvalidInputException if the design does not suit the picture
     */
    public static void paint(GC gc, DesignPicture picture, DesignBatch designs, int design, Rectangle area) {
        try (GcSurface surface = new GcSurface(gc)) {
            picture.draw(surface, designs, design, area.x, area.y, area.width, area.height);
        }
    }

    /**
     * Draws a frame about some elements of a design painted in the same rectangle.
     *
     * @param variables which variables' elements get one
     */
    public static void mark(GC gc, DesignPicture picture, IntPredicate variables, Rectangle area) {
        try (GcSurface surface = new GcSurface(gc)) {
            picture.mark(surface, variables, area.x, area.y, area.width, area.height, MARK);
        }
    }
}
