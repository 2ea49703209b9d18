// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Draws a rectangle about points with the mouse: while the Shift key is held down, or always if that is wished. */
final class PlotBrush {
    private static final int SHADE = 40;

    private final Control area;
    private final Consumer<Rectangle> chosen;
    private boolean always;
    private boolean able;
    /** From where the mouse was pressed to where it is; of negative size up and to the left. Null while it is not pressed. */
    private Rectangle drawn;

    /** @param chosen is told the rectangle, of no negative size, when the mouse is let go */
    PlotBrush(Control area, Consumer<Rectangle> chosen) {
        this.area = area;
        this.chosen = chosen;
        area.addListener(SWT.MouseDown, event -> {
            if (able && event.button == 1 && (always || (event.stateMask & SWT.SHIFT) != 0)) {
                drawn = new Rectangle(event.x, event.y, 0, 0);
            }
        });
        area.addListener(SWT.MouseMove, this::move);
        area.addListener(SWT.MouseUp, event -> finish());
    }

    /** Whether there are points to choose. */
    void setAble(boolean possible) {
        able = possible;
    }

    /** Whether the mouse chooses without the Shift key too. */
    void setAlways(boolean brushing) {
        always = brushing;
    }

    /** Whether a rectangle is being drawn. */
    boolean active() {
        return drawn != null;
    }

    private void move(Event event) {
        if (drawn != null) {
            drawn.width = event.x - drawn.x;
            drawn.height = event.y - drawn.y;
            area.redraw();
        }
    }

    private void finish() {
        if (drawn != null) {
            Rectangle upright = upright();
            drawn = null;
            area.redraw();
            chosen.accept(upright);
        }
    }

    private Rectangle upright() {
        return new Rectangle(
                Math.min(drawn.x, drawn.x + drawn.width),
                Math.min(drawn.y, drawn.y + drawn.height),
                Math.abs(drawn.width),
                Math.abs(drawn.height));
    }

    /** Draws what has been drawn so far. */
    void paint(GC gc) {
        if (drawn != null) {
            Rectangle upright = upright();
            gc.setBackground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.setAlpha(SHADE);
            gc.fillRectangle(upright);
            gc.setAlpha(255);
            gc.setForeground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.drawRectangle(upright);
        }
    }
}
