package org.gidn.visualisation.screen;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swtchart.Chart;

/** Gives a chart all the room there is, or as much as makes the area between its axes a square. */
final class SquareLayout extends Layout {
    private boolean square;

    void setSquare(boolean square) {
        this.square = square;
    }

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        return new Point(widthHint == SWT.DEFAULT ? 300 : widthHint, heightHint == SWT.DEFAULT ? 200 : heightHint);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Chart chart = (Chart) composite.getChildren()[0];
        Rectangle room = composite.getClientArea();
        chart.setBounds(room);
        if (!square) {
            return;
        }
        chart.updateLayout();
        Point size = chart.getPlotArea().getSize();
        int side = Math.min(size.x, size.y);
        if (side > 0) {
            int width = room.width - size.x + side;
            int height = room.height - size.y + side;
            chart.setBounds(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height);
        }
    }
}
