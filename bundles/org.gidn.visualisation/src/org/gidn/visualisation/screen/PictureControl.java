// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.awt.geom.Rectangle2D;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.painting.PicturePainter;
import org.gidn.visualisation.internal.painting.Reading;
import org.gidn.visualisation.internal.painting.TextLines;

/** Shows figures without axes, or a text where there is no figure. */
final class PictureControl extends Canvas {
    private static final int MARGIN = 12;
    private static final double EMPTY_SIZE = 13;
    private static final int EMPTY_LINE = 18;
    private static final int READING_ROOM = 20;

    private Figure figure;
    private String emptyText = "";
    /** The value under the mouse. */
    private String reading = "";

    PictureControl(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> {
            try (GcSurface surface = GcSurface.scaled(event.gc)) {
                paint(surface);
            }
        });
        Spoken.of(this, ACC.ROLE_GRAPHIC, () -> figure == null ? emptyText : figure.title(), () -> reading);
        addListener(SWT.MouseMove, event -> read(event.x, event.y));
        addListener(SWT.MouseExit, event -> read(-1, -1));
    }

    private void read(int x, int y) {
        double scale = FontScale.current();
        String text = figure instanceof FieldPicture field ? Reading.of(field, fieldArea(), x / scale, y / scale) : "";
        if (!text.equals(reading)) {
            reading = text;
            Rectangle area = getClientArea();
            int room = FontScale.pixels(READING_ROOM);
            redraw(0, area.height - room, area.width, room, false);
        }
    }

    /** What can be drawn in, in the unit of the drawing. */
    private Rectangle2D area() {
        Rectangle pixels = getClientArea();
        double scale = FontScale.current();
        return new Rectangle2D.Double(0, 0, pixels.width / scale, pixels.height / scale);
    }

    /** A field leaves room for a value below it. */
    private Rectangle2D fieldArea() {
        Rectangle2D area = area();
        return new Rectangle2D.Double(
                MARGIN, MARGIN, area.getWidth() - 2 * MARGIN, area.getHeight() - MARGIN - READING_ROOM);
    }

    /** The bounds of a control whose {@link #fieldArea} leaves a rectangle to the specimen. */
    static Rectangle aroundField(Rectangle specimen) {
        int margin = FontScale.pixels(MARGIN);
        return new Rectangle(
                specimen.x - margin,
                specimen.y - margin,
                specimen.width + 2 * margin + FontScale.pixels(PicturePainter.BAR_ROOM),
                specimen.height + margin + FontScale.pixels(READING_ROOM));
    }

    void setPicture(Figure shown) {
        figure = shown;
        redraw();
    }

    void setEmptyText(String text) {
        emptyText = text;
        redraw();
    }

    private void paint(Surface surface) {
        Theme theme = FigureControl.theme(getParent());
        Rectangle2D area = area();
        surface.fill(0, 0, Math.ceil(area.getWidth()), Math.ceil(area.getHeight()), Colours.opaque(theme.background()));
        double width = area.getWidth() - 2 * MARGIN;
        double height = area.getHeight() - 2 * MARGIN;
        PicturePainter painter = new PicturePainter(surface, theme);
        if (figure instanceof DesignGrid grid) {
            painter.designs(grid, MARGIN, MARGIN, width, height);
        } else if (figure instanceof FieldPicture field) {
            Rectangle2D place = fieldArea();
            painter.field(field, place.getX(), place.getY(), place.getWidth(), place.getHeight());
            double line = area.getHeight() - READING_ROOM / 2.0;
            surface.text(reading, MARGIN, line, 12, Surface.Anchor.LEFT, Colours.opaque(theme.muted()));
        } else {
            List<String> lines = TextLines.of(surface, emptyText, EMPTY_SIZE, width);
            double y = area.getHeight() / 2 - EMPTY_LINE / 2.0 * (lines.size() - 1);
            for (String line : lines) {
                surface.text(
                        line, area.getWidth() / 2, y, EMPTY_SIZE, Surface.Anchor.CENTRE, Colours.opaque(theme.muted()));
                y += EMPTY_LINE;
            }
        }
    }
}
