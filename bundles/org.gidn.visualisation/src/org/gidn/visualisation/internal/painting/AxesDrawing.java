// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.List;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Surface.Anchor;
import org.gidn.visualisation.Theme;

/** Draws the axes and grid lines of a plot in a file, and its series between them. */
final class AxesDrawing {
    /** Few enough for a picture of a column's width. */
    private static final int MOST_STEPS_ACROSS = 6;

    private static final int MOST_STEPS_UP = 8;
    private static final double TITLE_SIZE = 13;
    private static final double LABEL_SIZE = 11.5;
    /** The room that a line of text takes, its distance from what is next to it included. */
    private static final double TITLE_ROOM = 21;

    private static final double LABEL_ROOM = 20;
    /** Between the end of a label and its axis. */
    private static final double LABEL_GAP = 6;

    private static final double TICK = 3;
    private static final double LEAST_GAP_ACROSS = 4;

    private final Plot plot;
    private final Theme theme;
    private final Page page;
    private final Axis x;
    private final Axis y;
    private final List<Ticks.Tick> across;
    private final List<Ticks.Tick> up;

    AxesDrawing(Plot plot, Theme theme, Page page) {
        this.plot = plot;
        this.theme = theme;
        this.page = page;
        this.x = plot.fittedX();
        this.y = plot.fittedY();
        this.across = Ticks.of(x, MOST_STEPS_ACROSS);
        this.up = Ticks.of(y, MOST_STEPS_UP);
    }

    /** The area between the axes, where they and the area share the given room. */
    View place(double left, double top, double width, double height) {
        // In whole pixels, so that dense series, which are pictures of pixels, lie exactly on the area.
        double before = Math.ceil(LABEL_GAP + widestUp() + room(y));
        double areaWidth = Math.max(1, width - before);
        double areaHeight = Math.max(1, height - LABEL_ROOM - room(x));
        double side = Math.min(areaWidth, areaHeight);
        return new View(x, y, left + before, top, plot.square() ? side : areaWidth, plot.square() ? side : areaHeight);
    }

    private double widestUp() {
        return up.stream()
                .mapToDouble(tick -> page.textWidth(tick.label(), LABEL_SIZE))
                .max()
                .orElse(0);
    }

    private static double room(Axis axis) {
        return axis.label().isEmpty() ? 0 : TITLE_ROOM;
    }

    /** Draws around and in the area that {@link #place} has settled. */
    void draw(View view) {
        double right = view.left() + view.width();
        double bottom = view.top() + view.height();
        int grid = Colours.opaque(theme.grid());
        if (x.scale() != Axis.Scale.CATEGORIES) {
            across.forEach(tick -> upright(view.pixelX(tick.value()), view.top(), bottom, grid));
        }
        if (y.scale() != Axis.Scale.CATEGORIES) {
            up.forEach(tick -> level(view.left(), right, view.pixelY(tick.value()), grid));
        }
        page.clipped(view, () -> new PlotPainter(page, view, theme).paint(plot));
        int muted = Colours.opaque(theme.muted());
        upright(view.left(), view.top(), bottom, muted);
        level(view.left(), right, bottom, muted);
        labelX(view, bottom, muted);
        labelY(view, muted);
    }

    private void labelX(View view, double bottom, int muted) {
        int text = Colours.opaque(theme.foreground());
        double free = Double.NEGATIVE_INFINITY;
        for (Ticks.Tick tick : across) {
            double place = view.pixelX(tick.value());
            double half = page.textWidth(tick.label(), LABEL_SIZE) / 2;
            upright(place, bottom, bottom + TICK, muted);
            // Names too long to stand side by side are left out rather than written over one another.
            if (place - half >= free) {
                page.text(tick.label(), place, bottom + LABEL_ROOM / 2, LABEL_SIZE, Anchor.CENTRE, text);
                free = place + half + LEAST_GAP_ACROSS;
            }
        }
        double middle = view.left() + view.width() / 2;
        page.text(x.label(), middle, bottom + LABEL_ROOM + TITLE_ROOM / 2, TITLE_SIZE, Anchor.CENTRE, text);
    }

    private void labelY(View view, int muted) {
        int text = Colours.opaque(theme.foreground());
        for (Ticks.Tick tick : up) {
            double place = view.pixelY(tick.value());
            level(view.left() - TICK, view.left(), place, muted);
            page.text(tick.label(), view.left() - LABEL_GAP, place, LABEL_SIZE, Anchor.RIGHT, text);
        }
        double left = view.left() - LABEL_GAP - widestUp() - TITLE_ROOM / 2;
        page.uprightText(y.label(), left, view.top() + view.height() / 2, TITLE_SIZE, text);
    }

    private void upright(double at, double from, double to, int argb) {
        page.line(at, from, at, to, 1, argb);
    }

    private void level(double from, double to, double at, int argb) {
        page.line(from, at, to, at, 1, argb);
    }
}
