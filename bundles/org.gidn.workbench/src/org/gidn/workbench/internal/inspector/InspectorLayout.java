// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;
import org.gidn.visualisation.BlockPicture;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.screen.FigureControl;

/**
 * Shares the room between a design and what stands at its right, or below it where there is more height than width. Pictures
 * of the specimen get the same size, element by element, and the same height or edge. One of the two alone gets all.
 */
final class InspectorLayout extends Layout {
    private static final int GAP = 8;
    /** At which the elements of a picture can be told apart. */
    private static final int LEAST_HEIGHT = 160;

    private static final double FIRST_SHARE = 0.42;

    private final DesignPanel panel;
    private Control beside;
    private boolean specimen;

    InspectorLayout(DesignPanel panel) {
        this.panel = panel;
    }

    /**
     * Says what stands beside the design.
     *
     * @param shown the control; all others are hidden. Null for none
     * @param alike whether it shows the specimen, which is to be as large as the design
     */
    void setBeside(Control shown, boolean alike) {
        beside = shown;
        specimen = alike;
        for (Control child : panel.getParent().getChildren()) {
            if (child != panel) {
                child.setVisible(child == shown);
            }
        }
    }

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        return new Point(
                widthHint == SWT.DEFAULT ? 300 : widthHint, heightHint == SWT.DEFAULT ? LEAST_HEIGHT : heightHint);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle room = composite.getClientArea();
        boolean across = room.width > room.height;
        if (beside == null || !panel.getVisible()) {
            (beside == null ? panel : beside).setBounds(room);
        } else if (specimen && panel.picture() != null) {
            align(room, across, panel.picture());
        } else if (across) {
            int width = (int) (room.width * FIRST_SHARE);
            panel.setBounds(room.x, room.y, width, room.height);
            beside.setBounds(room.x + width + GAP, room.y, room.width - width - GAP, room.height);
        } else {
            int height = room.height / 2;
            panel.setBounds(room.x, room.y, room.width, height);
            beside.setBounds(room.x, room.y + height + GAP, room.width, room.height - height - GAP);
        }
    }

    private void align(Rectangle room, boolean across, DesignPicture picture) {
        Rectangle trim = FigureControl.aroundField(new Rectangle(0, 0, 0, 0));
        int before = -trim.x;
        int above = -trim.y;
        int after = trim.width - before;
        int under = trim.height - above;
        double first = picture.aspect();
        double second = picture.blocks().get(0).aspect();
        // The palette may need more width than the picture above it.
        int palette = Math.min(panel.widthBelow(), (int) (FIRST_SHARE * room.width));
        int below = panel.heightBelow(palette);
        double height = across
                ? Math.min(
                        room.height - above - Math.max(below, under),
                        Math.min(
                                (room.width - 2 * before - GAP - after) / (first + second),
                                (room.width - palette - 2 * before - GAP - after) / second))
                : Math.min(
                        (room.height - 2 * above - below - GAP - under) / 2.0,
                        (room.width - before - after) / Math.max(first, second));
        height = Math.max(
                1, picture.blocks().size() == 1 ? whole(height, picture.blocks().get(0)) : height);
        int high = (int) height;
        int width = (int) Math.round(height * first);
        int wide = Math.max(width, palette);
        int other = (int) Math.round(height * second);
        int all = before + (across ? wide + GAP + before + other : Math.max(wide, other)) + after;
        int left = room.x + before + Math.max(0, room.width - all) / 2;
        int top = room.y + above;
        panel.setBounds(left, top, wide, high + below);
        beside.setBounds(FigureControl.aroundField(
                across
                        ? new Rectangle(left + wide + GAP + before, top, other, high)
                        : new Rectangle(left + (wide - width) / 2, top + high + below + GAP + above, other, high)));
    }

    /** As many pixels as are a whole number of them for each element, as the picture has it. */
    private static double whole(double height, BlockPicture block) {
        double side = height / block.rows();
        return side >= 3 ? Math.floor(side) * block.rows() : height;
    }
}
