// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.BlockPicture;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Surface.Anchor;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.Numbers;

/** Draws the figures that have no axes: grids of designs and fields. */
public final class PicturePainter {
    private static final double TEXT = 11.5;
    private static final double LINE_HEIGHT = 16;
    private static final double GAP = 14;
    private static final double BAR_WIDTH = 14;
    private static final int MOST_BAR_STEPS = 8;
    private static final double CRACK_WIDTH = 3;
    /** The width that a scale of colours takes. */
    public static final double BAR_ROOM = 92;

    private final Surface surface;
    private final Theme theme;

    public PicturePainter(Surface surface, Theme theme) {
        this.surface = surface;
        this.theme = theme;
    }

    /** Draws all designs as large as the rectangle allows. */
    public void designs(DesignGrid grid, double x, double y, double width, double height) {
        int count = grid.designs().size();
        if (count == 0) {
            return;
        }
        Cells cells = cells(grid, width, height);
        for (int i = 0; i < count; i++) {
            double left = x + i % cells.columns() * (cells.width() + GAP);
            double top = y + i / cells.columns() * (cells.height() + GAP);
            grid.picture().draw(surface, grid.designs(), i, left, top, cells.width(), cells.height() - cells.below());
            double line = top + cells.height() - cells.below() + 4 + LINE_HEIGHT / 2;
            int colour = theme.foreground();
            for (String text : grid.labels().get(i).lines().toList()) {
                for (String part : wrapped(text, cells.width())) {
                    surface.text(part, left + cells.width() / 2, line, TEXT, Anchor.CENTRE, Colours.opaque(colour));
                    line += LINE_HEIGHT;
                }
                colour = theme.muted();
            }
        }
    }

    /**
     * How a rectangle is divided into cells.
     *
     * @param below the height of what stands below each picture
     */
    private record Cells(int columns, double width, double height, double below) {
        /** The size of a picture in a cell. */
        double size(double aspect) {
            return Math.min(width / aspect, height - below);
        }
    }

    /** The cells that make the pictures largest. */
    private Cells cells(DesignGrid grid, double width, double height) {
        int count = grid.designs().size();
        double aspect = grid.picture().aspect();
        Cells best = null;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double cellWidth = (width - GAP * (columns - 1)) / columns;
            double cellHeight = (height - GAP * (rows - 1)) / rows;
            Cells cells = new Cells(columns, cellWidth, cellHeight, below(grid, cellWidth));
            if (best == null || cells.size(aspect) > best.size(aspect)) {
                best = cells;
            }
        }
        return best;
    }

    /** The height of the labels, in lines that are no longer than a cell is wide. */
    private double below(DesignGrid grid, double width) {
        int lines = grid.labels().stream()
                .mapToInt(label -> label.lines()
                        .mapToInt(line -> wrapped(line, width).size())
                        .sum())
                .max()
                .orElse(0);
        return lines * LINE_HEIGHT + (lines == 0 ? 0 : 4);
    }

    /** Draws a field with the scale of its colours at the right. */
    public void field(FieldPicture field, double x, double y, double width, double height) {
        FieldPlace place = FieldPlace.of(field, x, y, width, height);
        double[] xs = new double[4];
        double[] ys = new double[4];
        double[] outlineX = new double[5];
        double[] outlineY = new double[5];
        for (int e = 0; e < field.values().length; e++) {
            for (int corner = 0; corner < 5; corner++) {
                outlineX[corner] = place.pixelX(field.xs()[4 * e + corner % 4]);
                outlineY[corner] = place.pixelY(field.ys()[4 * e + corner % 4]);
            }
            System.arraycopy(outlineX, 0, xs, 0, 4);
            System.arraycopy(outlineY, 0, ys, 0, 4);
            surface.polygon(xs, ys, field.map().argb(View.share(field.colour(), field.values()[e])));
            surface.polyline(outlineX, outlineY, 5, 0.6, false, 0x40000000);
        }
        if (field.crackXs().length > 0) {
            double[] crackX = Arrays.stream(field.crackXs()).map(place::pixelX).toArray();
            double[] crackY = Arrays.stream(field.crackYs()).map(place::pixelY).toArray();
            // Dark on light, to be seen on any colour of the field.
            surface.polyline(crackX, crackY, crackX.length, 2 * CRACK_WIDTH, false, 0xFFFFFFFF);
            surface.polyline(crackX, crackY, crackX.length, CRACK_WIDTH, false, BlockPicture.SLIT);
        }
        bar(field.colour(), field.map(), place.right() + 16, y, height - 8);
    }

    /** Draws a scale of colours with its title above and some numbers at its right; it takes {@link #BAR_ROOM} pixels. */
    public void bar(Axis colour, ColourMap map, double x, double y, double height) {
        int text = Colours.opaque(theme.foreground());
        double top = y + LINE_HEIGHT / 2;
        for (String line : wrapped(colour.label(), BAR_ROOM - BAR_WIDTH)) {
            surface.text(line, x, top, TEXT, Anchor.LEFT, text);
            top += LINE_HEIGHT;
        }
        int steps = (int) Math.max(1, Math.round(y + height - top));
        for (int i = 0; i < steps; i++) {
            surface.fill(x, top + i, BAR_WIDTH, 1, map.argb(1 - (i + 0.5) / steps));
        }
        View view = new View(colour, colour, x, top, BAR_WIDTH, steps);
        for (double value : marks(colour, (int) (steps / LINE_HEIGHT))) {
            surface.text(Numbers.brief(value), x + BAR_WIDTH + 6, view.pixelY(value), TEXT, Anchor.LEFT, text);
        }
    }

    /**
     * The values that are written beside a scale of colours: round ones, or where it is logarithmic its ends and middle.
     *
     * @param lines for how many there is room, one above the other
     */
    private static double[] marks(Axis colour, int lines) {
        double lower = colour.lower();
        double upper = colour.upper();
        if (colour.scale() == Axis.Scale.LOGARITHMIC) {
            return lines < 2 ? new double[] {lower, upper} : new double[] {lower, Math.sqrt(lower * upper), upper};
        }
        double step = RoundSteps.step(upper - lower, Math.clamp(lines, 1, MOST_BAR_STEPS));
        // A little tolerance, so that rounding takes no mark from the ends.
        double first = Math.ceil(lower / step - 1e-6) + 0.0;
        int count = (int) (Math.floor(upper / step + 1e-6) - first) + 1;
        return DoubleStream.iterate(first, at -> at + 1)
                .limit(Math.max(0, count))
                .map(at -> at * step)
                .toArray();
    }

    private List<String> wrapped(String text, double room) {
        return TextLines.of(surface, text, TEXT, room);
    }
}
