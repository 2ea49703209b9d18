package org.gidn.visualisation.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Theme;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** Draws the axes and grid lines of a plot with JFreeChart, and the series between them with our own painter. */
final class AxesDrawing {
    /** Few enough for a picture of a column's width. */
    private static final int MOST_STEPS_ACROSS = 6;

    private static final int MOST_STEPS_UP = 8;

    private final Plot plot;
    private final Theme theme;
    private final Axis x;
    private final Axis y;
    private final XYPlot axes;
    private Rectangle2D area;

    AxesDrawing(Plot plot, Theme theme) {
        this.plot = plot;
        this.theme = theme;
        this.x = plot.fittedX();
        this.y = plot.fittedY();
        this.axes = new XYPlot(null, axis(x, MOST_STEPS_ACROSS), axis(y, MOST_STEPS_UP), new XYLineAndShapeRenderer());
        axes.setInsets(RectangleInsets.ZERO_INSETS);
        axes.setAxisOffset(RectangleInsets.ZERO_INSETS);
        axes.setBackgroundPaint(null);
        axes.setOutlineVisible(false);
        axes.setDomainGridlinesVisible(x.scale() != Axis.Scale.CATEGORIES);
        axes.setRangeGridlinesVisible(y.scale() != Axis.Scale.CATEGORIES);
        Color grid = new Color(theme.grid());
        axes.setDomainGridlinePaint(grid);
        axes.setRangeGridlinePaint(grid);
        axes.setDomainGridlineStroke(new BasicStroke(1));
        axes.setRangeGridlineStroke(new BasicStroke(1));
    }

    private ValueAxis axis(Axis axis, int mostSteps) {
        ValueAxis made =
                switch (axis.scale()) {
                    case LINEAR -> numbers(axis, mostSteps);
                    case LOGARITHMIC -> new DecadeAxis(axis);
                    case CATEGORIES -> new SymbolAxis("", axis.categories().toArray(String[]::new));
                };
        if (made instanceof SymbolAxis categories) {
            categories.setGridBandsVisible(false);
        }
        if (axis.scale() != Axis.Scale.LOGARITHMIC) {
            made.setRange(axis.lower(), axis.upper());
        }
        made.setLabel(axis.label());
        made.setLabelFont(Fonts.sans(13));
        made.setTickLabelFont(Fonts.sans(11.5));
        made.setLabelPaint(new Color(theme.foreground()));
        made.setTickLabelPaint(new Color(theme.foreground()));
        made.setAxisLinePaint(new Color(theme.muted()));
        made.setTickMarkPaint(new Color(theme.muted()));
        made.setAxisLineStroke(new BasicStroke(1));
        made.setTickMarkStroke(new BasicStroke(1));
        return made;
    }

    private static NumberAxis numbers(Axis axis, int mostSteps) {
        NumberAxis made = new NumberAxis();
        made.setAutoRangeIncludesZero(false);
        made.setTickUnit(new NumberTickUnit(
                RoundSteps.step(axis.upper() - axis.lower(), mostSteps), Numbers.ofAxis(axis.lower(), axis.upper())));
        return made;
    }

    /** Settles where the area between the axes lies; returns the view of it. */
    View place(double left, double top, double width, double height) {
        area = new Rectangle2D.Double(left, top, width, height);
        Rectangle2D data = dataArea();
        if (plot.square()) {
            double side = Math.min(data.getWidth(), data.getHeight());
            area = new Rectangle2D.Double(left, top, width - data.getWidth() + side, height - data.getHeight() + side);
            data = dataArea();
        }
        return new View(x, y, data.getX(), data.getY(), data.getWidth(), data.getHeight());
    }

    /** The area between the axes, found by drawing them on something that nobody sees. */
    private Rectangle2D dataArea() {
        Graphics2D unseen = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        PlotRenderingInfo info = new PlotRenderingInfo(null);
        axes.draw(unseen, area, null, null, info);
        unseen.dispose();
        return info.getDataArea();
    }

    /** Draws where {@link #place} has settled. */
    void draw(Graphics2D graphics) {
        axes.addAnnotation(new SeriesAnnotation());
        axes.draw(graphics, area, null, null, null);
    }

    private final class SeriesAnnotation extends AbstractXYAnnotation {
        private static final long serialVersionUID = 1L;

        @Override
        public void draw(
                Graphics2D graphics,
                XYPlot chart,
                Rectangle2D data,
                ValueAxis domain,
                ValueAxis range,
                int index,
                PlotRenderingInfo info) {
            View view = new View(x, y, data.getX(), data.getY(), data.getWidth(), data.getHeight());
            Shape clip = graphics.getClip();
            graphics.clip(data);
            new PlotPainter(new GraphicsSurface(graphics), view, theme).paint(plot);
            graphics.setClip(clip);
        }
    }
}
