package org.gidn.visualisation.internal;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.gidn.visualisation.Axis;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis over exponents, labelled at the powers of ten, as in the window. JFreeChart's own axis crowds its
 * labels.
 */
final class DecadeAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    /** Distances of ticks in decades that leave room for the labels. */
    private static final double[] STEPS = {0.1, 0.2, 0.5, 1, 2, 5, 10};

    private static final double MOST_TICKS = 8;

    DecadeAxis(Axis axis) {
        setRange(Math.log10(axis.lower()), Math.log10(axis.upper()));
    }

    @Override
    @SuppressWarnings("rawtypes") // as JFreeChart declares it
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && getRange().getLength() / STEPS[i] <= MOST_TICKS; i--) {
            // Several decades are labelled at whole powers of ten only.
            step = getRange().getLength() < 2 ? STEPS[i] : Math.max(1, STEPS[i]);
        }
        boolean below = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = below ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        List<NumberTick> ticks = new ArrayList<>();
        for (double n = Math.ceil(getLowerBound() / step - 1e-9); n * step <= getUpperBound() + 1e-9; n++) {
            ticks.add(new NumberTick(
                    n * step, Numbers.power(n * step, getLowerBound(), getUpperBound()), anchor, TextAnchor.CENTER, 0));
        }
        return ticks;
    }
}
