// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swtchart.Chart;
import org.gidn.visualisation.internal.painting.PicturePainter;

/**
 * Gives a chart all the room there is, or as much as makes the area between its axes a square, with the title of its vertical
 * axis close at its left and the bar of its colours close at its right.
 */
final class PlotLayout extends Layout {
    private final Chart chart;
    private final UprightLabel title;
    private final Canvas colours;
    private boolean square;

    PlotLayout(Chart chart, UprightLabel title, Canvas colours) {
        this.chart = chart;
        this.title = title;
        this.colours = colours;
    }

    void setSquare(boolean square) {
        this.square = square;
    }

    @Override
    protected Point computeSize(Composite composite, int widthHint, int heightHint, boolean flushCache) {
        return new Point(widthHint == SWT.DEFAULT ? 300 : widthHint, heightHint == SWT.DEFAULT ? 200 : heightHint);
    }

    @Override
    protected void layout(Composite composite, boolean flushCache) {
        Rectangle room = composite.getClientArea();
        int bar = colours.getVisible() ? FontScale.pixels(PicturePainter.BAR_ROOM) : 0;
        int before = title.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        room.x += before;
        room.width = Math.max(0, room.width - before - bar);
        chart.setBounds(room);
        if (square) {
            chart.updateLayout();
            Point size = chart.getPlotArea().getSize();
            int side = Math.min(size.x, size.y);
            if (side > 0) {
                int width = room.width - size.x + side;
                int height = room.height - size.y + side;
                chart.setBounds(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height);
            }
        }
        Rectangle beside = chart.getBounds();
        title.setBounds(beside.x - before, beside.y, before, beside.height);
        colours.setBounds(beside.x + beside.width, beside.y, bar, beside.height);
    }
}
