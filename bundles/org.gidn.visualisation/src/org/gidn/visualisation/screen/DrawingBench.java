// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.gidn.core.InvalidInputException;
import org.gidn.core.benchmark.Benchmark;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.work.Cancellation;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;

/**
 * How long it takes to draw a plot of very many points in a window, axes and all, beside the chart library's own drawing of
 * the same points. Needs a display, on which a window appears for a while.
 *
 * @since 1.0
 */
public final class DrawingBench implements Benchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;
    private static final int WARM_UPS = 5;
    private static final int REPETITIONS = 11;

    private final int points;

    /** @param points number of points of each plot */
    public DrawingBench(int points) {
        this.points = points;
    }

    @Override
    public List<String> columns() {
        return List.of(
                Messages.drawingPlot,
                Messages.drawingPoints,
                Messages.drawingBy,
                Messages.drawingMilliseconds,
                Messages.drawingRatio);
    }

    @Override
    public void run(Cancellation cancellation, Consumer<List<String>> rows) {
        Display display = display();
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        shell.setSize(WIDTH, HEIGHT);
        try {
            for (boolean lines : new boolean[] {false, true}) {
                double[] x = new double[points];
                double[] y = new double[points];
                fill(x, y, lines);
                Series series = lines ? new Series.Line("", Hue.BLUE, x, y) : new Series.Scatter("", Hue.BLUE, x, y);
                cancellation.check();
                double baseline = milliseconds(shell, parent -> chart(parent, x, y, lines));
                rows.accept(row(lines, "SWTChart", baseline, baseline));
                cancellation.check();
                double ours = milliseconds(shell, parent -> figure(parent, series));
                rows.accept(row(lines, Messages.drawingOurs, ours, baseline));
            }
        } finally {
            display.dispose();
        }
    }

    private static Display display() {
        try {
            return new Display();
        } catch (SWTError e) {
            throw new InvalidInputException(Messages.drawingNoDisplay, e);
        }
    }

    /** Predictions that scatter about the values; or a value that wanders about. */
    private static void fill(double[] x, double[] y, boolean lines) {
        var random = new RandomStreams(1).stream("points");
        for (int i = 0; i < x.length; i++) {
            x[i] = lines ? i : random.nextGaussian();
            y[i] = lines ? (i == 0 ? 0 : y[i - 1]) + random.nextGaussian() : x[i] + 0.3 * random.nextGaussian();
        }
    }

    private static Control chart(Composite parent, double[] x, double[] y, boolean lines) {
        Chart chart = new Chart(parent, SWT.NONE);
        ILineSeries<?> series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, "points");
        series.setXSeries(x);
        series.setYSeries(y);
        series.setLineStyle(lines ? LineStyle.SOLID : LineStyle.NONE);
        series.setSymbolType(lines ? ILineSeries.PlotSymbolType.NONE : ILineSeries.PlotSymbolType.CIRCLE);
        series.setSymbolSize(2);
        chart.getAxisSet().adjustRange();
        return chart;
    }

    private static Control figure(Composite parent, Series series) {
        FigureControl control = new FigureControl(parent);
        control.setBackground(new Color(255, 255, 255));
        control.setFigure(new Plot("Points", "", Axis.linear("x", ""), Axis.linear("y", ""), List.of(series)));
        return control;
    }

    /** The median time that a drawing takes the processor, whatever else the machine does. */
    private static double milliseconds(Shell shell, Function<Composite, Control> maker) {
        Control control = maker.apply(shell);
        shell.open();
        shell.layout(true, true);
        while (shell.getDisplay().readAndDispatch()) {
            // lays out
        }
        Image image = new Image(shell.getDisplay(), WIDTH, HEIGHT);
        GC gc = new GC(image);
        double[] times = new double[REPETITIONS];
        for (int i = -WARM_UPS; i < REPETITIONS; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            control.print(gc);
            times[Math.max(0, i)] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        gc.dispose();
        image.dispose();
        control.dispose();
        Arrays.sort(times);
        return Statistics.median(times);
    }

    private List<String> row(boolean lines, String by, double time, double baseline) {
        return List.of(
                lines ? Messages.drawingLine : Messages.drawingScatter,
                String.format(Locale.ROOT, "%,d", points),
                by,
                String.format(Locale.ROOT, "%.1f", time),
                String.format(Locale.ROOT, "%.3g", baseline / time));
    }

    /** Makes the benchmark. */
    public static final class Maker implements Factory<Benchmark> {
        @Override
        public Benchmark create(Settings settings) {
            return new DrawingBench(settings.integer("points"));
        }
    }
}
