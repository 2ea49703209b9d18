// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;

/** Draws whole figures without a display. */
public final class FigureDrawing {
    private static final double MARGIN = 12;
    private static final double TITLE_HEIGHT = 28;
    private static final double TITLE_SIZE = 15;

    private FigureDrawing() {}

    /**
     * Draws a figure.
     *
     * @param page receives it, {@code width × height} pixels
     * @param titled whether the title stands above it
     */
    static void draw(Page page, Figure figure, int width, int height, Theme theme, boolean titled) {
        double top = MARGIN;
        if (titled) {
            page.text(
                    figure.title(),
                    MARGIN,
                    top + TITLE_HEIGHT / 2 - 4,
                    TITLE_SIZE,
                    Surface.Anchor.LEFT,
                    Colours.opaque(theme.foreground()));
            top += TITLE_HEIGHT;
        }
        double innerWidth = width - 2 * MARGIN;
        double innerHeight = height - top - MARGIN;
        PicturePainter pictures = new PicturePainter(page, theme);
        switch (figure) {
            case DesignGrid grid -> pictures.designs(grid, MARGIN, top, innerWidth, innerHeight);
            case FieldPicture field -> pictures.field(field, MARGIN, top, innerWidth, innerHeight);
            case Plot plot -> plot(page, plot, top, width, height, theme);
        }
    }

    private static void plot(Page page, Plot plot, double start, int width, int height, Theme theme) {
        double top = start;
        List<Series> listed = Legend.of(plot);
        if (!listed.isEmpty()) {
            double room = width - 2 * MARGIN;
            Legend.draw(page, listed, MARGIN, top + 8, room, theme);
            top += Legend.rows(page, listed, room) * Legend.ROW_HEIGHT + 2;
        }
        double available = width - 2 * MARGIN - (plot.heatMap().isPresent() ? PicturePainter.BAR_ROOM : 0);
        AxesDrawing axes = new AxesDrawing(plot, theme, page);
        View view = axes.place(MARGIN, top, available, height - top - MARGIN);
        axes.draw(view);
        double right = view.left() + view.width() + 16;
        plot.heatMap().ifPresent(map -> new PicturePainter(page, theme)
                .bar(map.fittedColour(), map.map(), right, view.top(), view.height()));
    }

    /** Draws a figure as a picture of the given size in pixels, magnified by {@code scale}. */
    public static BufferedImage image(Figure figure, int width, int height, double scale, Theme theme) {
        Fonts.check();
        int pixelsX = (int) Math.round(width * scale);
        int pixelsY = (int) Math.round(height * scale);
        BufferedImage image = new BufferedImage(pixelsX, pixelsY, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(theme.background()));
        graphics.fillRect(0, 0, pixelsX, pixelsY);
        graphics.scale(scale, scale);
        draw(new GraphicsSurface(graphics), figure, width, height, theme, true);
        graphics.dispose();
        return image;
    }
}
