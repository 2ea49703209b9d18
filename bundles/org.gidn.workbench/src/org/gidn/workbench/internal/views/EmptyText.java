// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** What a view says where it has nothing to show: in its middle, in a muted tone. */
final class EmptyText {
    private EmptyText() {}

    static void draw(GC gc, String text, Rectangle area) {
        Point extent = gc.textExtent(text);
        int alpha = gc.getAlpha();
        gc.setAlpha(150);
        int y = area.y + (area.height - extent.y) / 2;
        for (String line : text.lines().toList()) {
            Point size = gc.textExtent(line);
            gc.drawText(line, area.x + (area.width - size.x) / 2, y, true);
            y += size.y;
        }
        gc.setAlpha(alpha);
    }
}
