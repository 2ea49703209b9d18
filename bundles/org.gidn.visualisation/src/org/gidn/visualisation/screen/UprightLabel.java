// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;

/**
 * The title of a chart's vertical axis, which reads upwards, beside the middle of the axis. (SWTChart turns a picture of the
 * text, which gets blurred, and framed by the picture's edges, on screens of high resolution.)
 */
final class UprightLabel extends Canvas {
    private static final int MARGIN = 4;

    private final Chart chart;
    private String text = "";

    UprightLabel(Composite parent, Chart chart) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.chart = chart;
        addPaintListener(event -> paint(event.gc));
        chart.getPlotArea().getControl().addListener(SWT.Resize, event -> redraw());
    }

    void setText(String shown) {
        text = shown;
        redraw();
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point size = extent();
        return new Point(text.isEmpty() ? 0 : MARGIN + size.y, size.x);
    }

    private Point extent() {
        GC gc = new GC(this);
        Point size = gc.textExtent(text);
        gc.dispose();
        return size;
    }

    private void paint(GC gc) {
        Rectangle axis = chart.getPlotArea().getControl().getBounds();
        float half = gc.textExtent(text).x / 2f;
        float height = getClientArea().height;
        // Beside the middle of the axis, unless an end of it would be cut there.
        float middle =
                Math.clamp(axis.y + axis.height / 2f, Math.min(half, height / 2), Math.max(height - half, height / 2));
        Transform upright = new Transform(getDisplay());
        upright.translate(MARGIN, middle + half);
        upright.rotate(-90);
        gc.setTransform(upright);
        gc.drawText(text, 0, 0, true);
        upright.dispose();
    }
}
