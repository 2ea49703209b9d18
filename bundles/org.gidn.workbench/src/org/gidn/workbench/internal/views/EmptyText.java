// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** What a view says where it has nothing to show: in its middle, in a muted tone. */
public final class EmptyText {
    private static final int MARGIN = 12;
    /** As faint as leaves a contrast of 4.5 in both themes. */
    private static final int MUTED = 215;

    private EmptyText() {}

    public static void draw(GC gc, String text, Rectangle area) {
        List<String> lines = lines(gc, text, area.width - 2 * MARGIN);
        int height = gc.getFontMetrics().getHeight();
        int alpha = gc.getAlpha();
        gc.setAlpha(MUTED);
        int y = area.y + (area.height - lines.size() * height) / 2;
        for (String line : lines) {
            gc.drawText(line, area.x + (area.width - gc.textExtent(line).x) / 2, y, true);
            y += height;
        }
        gc.setAlpha(alpha);
    }

    /** The text in lines that fit, as far as its words do. */
    private static List<String> lines(GC gc, String text, int room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            String line = "";
            for (String word : paragraph.split(" ")) {
                String longer = line.isEmpty() ? word : line + " " + word;
                if (!line.isEmpty() && gc.textExtent(longer).x > room) {
                    lines.add(line);
                    longer = word;
                }
                line = longer;
            }
            lines.add(line);
        }
        return lines;
    }
}
