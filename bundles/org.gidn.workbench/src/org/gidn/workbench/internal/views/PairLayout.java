// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Shares the room between one control and another at its right, or below it where there is more height than width. The second
 * one gets more of the width, for the scale beside what it shows. One of them alone gets all.
 */
final class PairLayout extends Layout {
    private static final int GAP = 8;
    private static final double FIRST_SHARE = 0.42;

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        return new Point(widthHint == SWT.DEFAULT ? 300 : widthHint, heightHint == SWT.DEFAULT ? 200 : heightHint);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle room = composite.getClientArea();
        Control first = composite.getChildren()[0];
        Control second = composite.getChildren()[1];
        if (!first.getVisible() || !second.getVisible()) {
            (first.getVisible() ? first : second).setBounds(room);
        } else if (room.width > room.height) {
            int width = (int) (room.width * FIRST_SHARE);
            first.setBounds(room.x, room.y, width, room.height);
            second.setBounds(room.x + width + GAP, room.y, room.width - width - GAP, room.height);
        } else {
            int height = room.height / 2;
            first.setBounds(room.x, room.y, room.width, height);
            second.setBounds(room.x, room.y + height + GAP, room.width, room.height - height - GAP);
        }
    }
}
