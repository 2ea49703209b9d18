// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.Range;

/** Zooms a chart with the wheel, moves it with the mouse, brings it back by a double click, and tells of clicks. */
final class PlotMouse {
    private static final double STEP = 0.85;
    /** A click may move the mouse by so many pixels. */
    private static final int STILL = 3;

    private final Chart chart;
    private Point pressed;
    private Point grabbed;
    private boolean zoomed;

    /**
     * @param brush takes precedence while it draws
     * @param reset fits the range to the figure
     * @param click is told where was clicked
     */
    PlotMouse(Chart chart, PlotBrush brush, Runnable reset, Consumer<Point> click) {
        this.chart = chart;
        Control area = chart.getPlotArea().getControl();
        area.addListener(SWT.MouseVerticalWheel, this::zoom);
        area.addListener(SWT.MouseDown, event -> {
            pressed = event.button == 1 && !brush.active() ? new Point(event.x, event.y) : null;
            grabbed = pressed;
        });
        area.addListener(SWT.MouseUp, event -> {
            grabbed = null;
            if (pressed != null && Math.hypot(event.x - pressed.x, event.y - pressed.y) <= STILL) {
                click.accept(pressed);
            }
            pressed = null;
        });
        area.addListener(SWT.MouseMove, this::move);
        area.addListener(SWT.MouseDoubleClick, event -> {
            grabbed = null;
            reset.run();
        });
    }

    /** Whether the range seen is the user's. */
    boolean zoomed() {
        return zoomed;
    }

    /** Tells that the range seen fits the figure again. */
    void forgetZoom() {
        zoomed = false;
    }

    private void zoom(Event event) {
        Point size = chart.getPlotArea().getSize();
        zoom(event.count > 0, (double) event.x / size.x, 1 - (double) event.y / size.y);
        event.doit = false;
    }

    /** Shows less of the figure, about its middle, or more. */
    void zoom(boolean closer) {
        zoom(closer, 0.5, 0.5);
    }

    private void zoom(boolean closer, double across, double up) {
        double factor = closer ? STEP : 1 / STEP;
        scale(chart.getAxisSet().getXAxis(0), across, factor);
        scale(chart.getAxisSet().getYAxis(0), up, factor);
        changed();
    }

    private void move(Event event) {
        if (grabbed != null) {
            Point size = chart.getPlotArea().getSize();
            shift(chart.getAxisSet().getXAxis(0), (double) (grabbed.x - event.x) / size.x);
            shift(chart.getAxisSet().getYAxis(0), (double) (event.y - grabbed.y) / size.y);
            grabbed = new Point(event.x, event.y);
            changed();
        }
    }

    private void changed() {
        zoomed = true;
        chart.redraw();
    }

    private static void scale(IAxis axis, double place, double factor) {
        range(axis, place * (1 - factor), 1 - (1 - place) * (1 - factor));
    }

    private static void shift(IAxis axis, double share) {
        range(axis, share, 1 + share);
    }

    /** Shows the part of an axis between two shares of the present range. */
    private static void range(IAxis axis, double from, double to) {
        Range seen = axis.getRange();
        double length = seen.upper - seen.lower;
        axis.setRange(new Range(seen.lower + length * from, seen.lower + length * to));
    }
}
