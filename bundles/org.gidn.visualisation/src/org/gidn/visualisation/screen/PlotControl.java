// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.internal.painting.Legend;
import org.gidn.visualisation.internal.painting.NearestPoint;
import org.gidn.visualisation.internal.painting.PicturePainter;
import org.gidn.visualisation.internal.painting.PlotPainter;
import org.gidn.visualisation.internal.painting.Reading;
import org.gidn.visualisation.internal.painting.View;

/**
 * Shows a plot: axes and grid by SWTChart, the series by the painter that files are made with. (SWTChart's own
 * series would need seconds for tens of thousands of points.)
 */
final class PlotControl extends Composite {
    private static final int MARGIN = 8;
    private static final int TITLE_HEIGHT = 26;
    private static final double READING = 12;
    /** The curves are to have most of the room, however many names there are; the others are told where the mouse points. */
    private static final double LEGEND_SHARE = 0.25;

    /** Pixels between two ticks, as SWTChart has it. */
    private static final int TICK_DISTANCE = 64;

    private final Canvas header;
    private final Chart chart;
    private final UprightLabel title;
    private final Canvas colours;
    private final PlotLayout shape;
    private final PlotMouse mouse;
    private final PlotBrush brush;
    private final PlotCursor cursor = new PlotCursor();
    private final Spoken spoken;
    private Plot plot;
    private Theme applied;
    private List<Series> listed = List.of();
    /** What stands under the mouse. */
    private String reading = "";
    /** Those of the listed that the legend has room for. */
    private List<Series> drawn = List.of();

    private Consumer<FoundDesign> opener = design -> {};
    private Consumer<List<ChosenPoints>> chooser = points -> {};
    /** Those that were chosen last. */
    private List<ChosenPoints> marked = List.of();

    PlotControl(Composite parent) {
        super(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.verticalSpacing = 0;
        setLayout(layout);
        header = new Canvas(this, SWT.DOUBLE_BUFFERED);
        GridData row = new GridData(SWT.FILL, SWT.TOP, true, false);
        row.heightHint = FontScale.pixels(TITLE_HEIGHT);
        header.setLayoutData(row);
        header.addPaintListener(event -> paintHeader(event.gc));
        Composite frame = new Composite(this, SWT.NONE);
        frame.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        chart = new Chart(frame, SWT.NONE);
        title = new UprightLabel(frame, chart);
        colours = new Canvas(frame, SWT.DOUBLE_BUFFERED);
        shape = new PlotLayout(chart, title, colours);
        frame.setLayout(shape);
        colours.addPaintListener(event -> paintColours(event.gc));
        chart.getLegend().setVisible(false);
        y().getTitle().setVisible(false);
        makeRoomAbove();
        chart.getPlotArea().addCustomPaintListener(event -> paintSeries(event.gc));
        Control area = chart.getPlotArea().getControl();
        brush = new PlotBrush(area, this::choose);
        mouse = new PlotMouse(chart, brush, this::resetRange, at -> designAt(at.x, at.y)
                .ifPresent(point -> opener.accept(point.designs(1).get(0))));
        area.addListener(SWT.MouseMove, event -> {
            area.setCursor(
                    designAt(event.x, event.y).isPresent() ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
            read(plot == null ? "" : Reading.of(plot, view(chart.getPlotArea().getSize()), event.x, event.y));
        });
        area.addListener(SWT.MouseExit, event -> read(""));
        area.addListener(SWT.KeyDown, this::keyDown);
        area.addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        spoken = Spoken.of(area, ACC.ROLE_GRAPHIC, () -> plot == null ? "" : plot.title(), () -> reading);
        addListener(SWT.Resize, event -> fitHeader());
        chart.getPlotArea().getControl().addListener(SWT.Resize, event -> spaceTicks());
        applyTheme();
    }

    /**
     * SWTChart leaves five pixels above the plot, too few for the upper half of a label at the very top; an empty title adds
     * its height.
     */
    private void makeRoomAbove() {
        FontData data = getFont().getFontData()[0];
        data.setHeight(3);
        Font font = new Font(getDisplay(), data);
        addListener(SWT.Dispose, event -> font.dispose());
        chart.getTitle().setFont(font);
        chart.getTitle().setText("\u00a0");
    }

    /** Shows a plot; keeps the range seen if it was zoomed and {@code keepRange} says so. */
    void setPlot(Plot shown, boolean keepRange) {
        plot = shown;
        marked = List.of();
        cursor.setPlot(shown);
        // What was read is of the plot before, perhaps of another run.
        read("");
        brush.setAble(!withDesigns().isEmpty());
        listed = Legend.of(shown);
        chart.suspendUpdate(true);
        configure(x(), shown.x());
        configure(y(), shown.y());
        x().getTitle().setText(shown.x().label());
        title.setText(shown.y().label());
        if (!keepRange || !mouse.zoomed()) {
            resetRange();
        }
        spaceTicks();
        chart.suspendUpdate(false);
        shape.setSquare(shown.square());
        fitHeader();
        colours.setVisible(shown.heatMap().isPresent());
        colours.redraw();
        chart.getParent().layout(true);
        chart.redraw();
    }

    /** Makes room for as many rows as the legend takes. */
    private void fitHeader() {
        GC gc = new GC(header);
        int rows;
        int fitting;
        try (GcSurface surface = GcSurface.scaled(gc)) {
            double width = getClientArea().width / FontScale.current() - 4.0 * MARGIN;
            int most = (int) (LEGEND_SHARE * getClientArea().height / FontScale.pixels(Legend.ROW_HEIGHT));
            rows = Math.min(Math.max(1, most), Legend.rows(surface, listed, width));
            fitting = Legend.fitting(surface, listed, width, rows);
        } finally {
            gc.dispose();
        }
        rows = listed.isEmpty() ? 0 : rows;
        drawn = listed.subList(0, fitting);
        header.setToolTipText(
                fitting == listed.size()
                        ? null
                        : listed.stream().map(Series::name).collect(Collectors.joining("\n")));
        GridData row = (GridData) header.getLayoutData();
        int height = FontScale.pixels(TITLE_HEIGHT + rows * Legend.ROW_HEIGHT);
        if (row.heightHint != height) {
            row.heightHint = height;
            layout(true, true);
        }
        header.redraw();
    }

    private IAxis x() {
        return chart.getAxisSet().getXAxis(0);
    }

    private IAxis y() {
        return chart.getAxisSet().getYAxis(0);
    }

    /**
     * SWTChart has categories for horizontal axes only, and logarithmic axes crowded with labels; so both are given to it as
     * plain numbers (a place, an exponent) with names for labels.
     */
    private static void configure(IAxis axis, Axis data) {
        boolean categories = data.scale() == Axis.Scale.CATEGORIES;
        axis.getGrid().setVisible(!categories);
        axis.setIntegerDataPointAxis(data.scale() != Axis.Scale.LINEAR);
        axis.getTick()
                .setFormat(
                        switch (data.scale()) {
                            case CATEGORIES -> new TickFormat(place -> name(data.categories(), place));
                            case LOGARITHMIC -> new TickFormat(exponent -> exponent(exponent, axis.getRange()));
                            case LINEAR -> new TickFormat(value -> number(value, axis.getRange()));
                        });
    }

    /** Names of places have no ticks between them, however far they are apart. */
    private void spaceTicks() {
        if (plot != null) {
            Point size = chart.getPlotArea().getSize();
            spaceTicks(x(), plot.x(), size.x);
            spaceTicks(y(), plot.y(), size.y);
        }
    }

    private static void spaceTicks(IAxis axis, Axis data, int length) {
        Range seen = axis.getRange();
        double place = length / (seen.upper - seen.lower);
        boolean whole = data.scale() == Axis.Scale.CATEGORIES || data.scale() == Axis.Scale.LOGARITHMIC && powers(seen);
        // A little less than a place, since SWTChart takes the next round number from there.
        int hint = whole ? Math.max(TICK_DISTANCE, (int) (0.9 * place)) : TICK_DISTANCE;
        if (axis.getTick().getTickMarkStepHint() != hint) {
            axis.getTick().setTickMarkStepHint(hint);
        }
    }

    private static String name(List<String> names, double place) {
        int whole = (int) Math.rint(place);
        boolean named = Math.abs(place - whole) < 1e-6 && whole >= 0 && whole < names.size();
        return named ? names.get(whole) : "";
    }

    private static String number(double value, Range seen) {
        return Numbers.ofAxis(seen.lower, seen.upper).format(value);
    }

    /** Only whole powers of ten are labelled where there are several. */
    private static String exponent(double exponent, Range seen) {
        boolean whole = Math.abs(exponent - Math.rint(exponent)) < 1e-6;
        return whole || !powers(seen) ? Numbers.power(exponent, seen.lower, seen.upper) : "";
    }

    /** Whether several powers of ten are seen, by their exponents. */
    private static boolean powers(Range seen) {
        return Math.floor(seen.upper) > Math.ceil(seen.lower);
    }

    private void resetRange() {
        mouse.forgetZoom();
        if (plot != null) {
            setRange(x(), plot.fittedX());
            setRange(y(), plot.fittedY());
            chart.redraw();
        }
    }

    private static void setRange(IAxis axis, Axis fitted) {
        axis.setRange(
                fitted.scale() == Axis.Scale.LOGARITHMIC
                        ? new Range(Math.log10(fitted.lower()), Math.log10(fitted.upper()))
                        : new Range(fitted.lower(), fitted.upper()));
    }

    private void paintSeries(GC gc) {
        Point size = chart.getPlotArea().getSize();
        if (plot == null || size.x < 2 || size.y < 2) {
            return;
        }
        try (GcSurface surface = new GcSurface(gc)) {
            PlotPainter painter = new PlotPainter(surface, view(size), FigureControl.theme(getParent()));
            painter.paint(plot);
            cursor.at().ifPresent(point -> painter.mark(point.series(), new int[] {point.index()}));
            marked.forEach(chosen -> painter.mark(chosen.series(), chosen.points()));
        }
        brush.paint(gc);
    }

    private View view(Point size) {
        return new View(seen(plot.x(), x()), seen(plot.y(), y()), 0, 0, size.x, size.y);
    }

    /** The arrows lead from point to point, Enter opens the design of one; plus and minus zoom, Escape shows all again. */
    private void keyDown(Event event) {
        if (plot == null) {
            return;
        }
        if (cursor.follow(event.keyCode)) {
            read(cursor.at().map(point -> Reading.of(plot, point)).orElse(""));
            spoken.moved();
        } else if (event.character == SWT.CR) {
            cursor.at()
                    .filter(point -> point.series().pointDesigns().isPresent())
                    .ifPresent(point -> opener.accept(new ChosenPoints(point.series(), new int[] {point.index()})
                            .designs(1)
                            .get(0)));
        } else if (event.character == '+' || event.character == '-') {
            mouse.zoom(event.character == '+');
        } else if (event.character == SWT.ESC) {
            resetRange();
        }
        chart.redraw();
    }

    /** Is told of designs whose points are clicked at. */
    void setOpener(Consumer<FoundDesign> told) {
        opener = told;
    }

    private void read(String text) {
        if (!text.equals(reading)) {
            reading = text;
            header.redraw();
        }
    }

    /** Is told of points with designs about which a rectangle is drawn; of none if there are none in it. */
    void setChooser(Consumer<List<ChosenPoints>> told) {
        chooser = told;
    }

    /** Whether the mouse chooses points without the Shift key too. */
    void setChoosing(boolean always) {
        brush.setAlways(always);
    }

    /** Marks no points any more. */
    void forgetChosen() {
        marked = List.of();
        chart.redraw();
    }

    private void choose(Rectangle area) {
        Rectangle2D place = new Rectangle2D.Double(area.x, area.y, area.width, area.height);
        View view = view(chart.getPlotArea().getSize());
        marked = withDesigns().stream()
                .map(series -> new ChosenPoints(series, NearestPoint.within(series, view, place)))
                .filter(chosen -> chosen.points().length > 0)
                .toList();
        chart.redraw();
        chooser.accept(marked);
    }

    private List<Series> withDesigns() {
        return plot == null
                ? List.of()
                : plot.series().stream()
                        .filter(series -> series.pointDesigns().isPresent())
                        .toList();
    }

    /** The point that is nearest to a place of the plot and stands for a design, if one is near. */
    private Optional<ChosenPoints> designAt(int x, int y) {
        return NearestPoint.of(withDesigns(), view(chart.getPlotArea().getSize()), x, y)
                .map(point -> new ChosenPoints(point.series(), new int[] {point.index()}));
    }

    private static Axis seen(Axis data, IAxis axis) {
        Range range = axis.getRange();
        return data.scale() == Axis.Scale.LOGARITHMIC
                ? data.between(Math.pow(10, range.lower), Math.pow(10, range.upper))
                : data.between(range.lower, range.upper);
    }

    private void paintHeader(GC gc) {
        if (plot == null) {
            return;
        }
        Theme theme = FigureControl.theme(getParent());
        if (!theme.equals(applied)) {
            // The style sheets of a theme that is chosen later do not always tell the control around this one.
            getDisplay().asyncExec(() -> {
                if (!isDisposed()) {
                    applyTheme();
                }
            });
        }
        try (GcSurface surface = GcSurface.scaled(gc)) {
            double width = header.getSize().x / FontScale.current();
            int ink = Colours.opaque(theme.foreground());
            double right = width - MARGIN;
            if (reading.isEmpty()
                    || surface.textWidth(plot.title(), 14) + surface.textWidth(reading, READING) < right - 24) {
                surface.text(plot.title(), MARGIN, TITLE_HEIGHT / 2.0, 14, Surface.Anchor.LEFT, ink);
            }
            // Where there is no room for both, the title makes room as long as the mouse points at something.
            surface.text(
                    reading, right, TITLE_HEIGHT / 2.0, READING, Surface.Anchor.RIGHT, Colours.opaque(theme.muted()));
            double y = TITLE_HEIGHT + Legend.ROW_HEIGHT / 2.0;
            Legend.draw(surface, drawn, MARGIN, y, width - 2.0 * MARGIN, theme);
        }
    }

    private void paintColours(GC gc) {
        Point size = colours.getSize();
        try (GcSurface surface = GcSurface.scaled(gc)) {
            PicturePainter painter = new PicturePainter(surface, FigureControl.theme(getParent()));
            double height = size.y / FontScale.current() - 60;
            plot.heatMap().ifPresent(map -> painter.bar(map.fittedColour(), map.map(), 8, 10, height));
        }
    }

    @Override
    public void setMenu(Menu menu) {
        super.setMenu(menu);
        header.setMenu(menu);
        title.setMenu(menu);
        colours.setMenu(menu);
        chart.setMenu(menu);
        chart.getPlotArea().getControl().setMenu(menu);
    }

    /** Takes on the colours that fit the background of the window. */
    void applyTheme() {
        Theme theme = FigureControl.theme(getParent());
        applied = theme;
        Color background = colour(theme.background());
        Color foreground = colour(theme.foreground());
        setBackground(background);
        header.setBackground(background);
        title.setBackground(background);
        title.setForeground(foreground);
        title.setFont(getFont());
        colours.setBackground(background);
        chart.getParent().setBackground(background);
        chart.setBackground(background);
        chart.getPlotArea().setBackground(background);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTitle().setForeground(foreground);
            axis.getTitle().setFont(getFont());
            axis.getTick().setFont(getFont());
            axis.getTick().setForeground(foreground);
            axis.getGrid().setForeground(colour(theme.grid()));
            axis.getGrid().setStyle(LineStyle.SOLID);
        }
        chart.redraw();
    }

    private static Color colour(int rgb) {
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
