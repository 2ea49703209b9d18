// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.awt.geom.Rectangle2D;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Surface;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.PicturePainter;
import org.gidn.visualisation.internal.Reading;

/** Shows figures without axes, or a text where there is no figure. */
final class PictureControl extends Canvas {
    private static final int MARGIN = 12;
    private static final int READING_ROOM = 20;

    private Figure figure;
    private String emptyText = "";
    /** The value under the mouse. */
    private String reading = "";

    PictureControl(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> {
            try (GcSurface surface = new GcSurface(event.gc)) {
                paint(surface);
            }
        });
        addListener(SWT.MouseMove, event -> read(event.x, event.y));
        addListener(SWT.MouseExit, event -> read(-1, -1));
    }

    private void read(int x, int y) {
        String text = figure instanceof FieldPicture field ? Reading.of(field, fieldArea(), x, y) : "";
        if (!text.equals(reading)) {
            reading = text;
            Rectangle area = getClientArea();
            redraw(0, area.height - READING_ROOM, area.width, READING_ROOM, false);
        }
    }

    /** A field leaves room for a value below it. */
    private Rectangle2D fieldArea() {
        Rectangle area = getClientArea();
        return new Rectangle2D.Double(
                MARGIN, MARGIN, area.width - 2.0 * MARGIN, area.height - 1.0 * MARGIN - READING_ROOM);
    }

    /** The bounds of a control whose {@link #fieldArea} leaves a rectangle to the specimen. */
    static Rectangle aroundField(Rectangle specimen) {
        return new Rectangle(
                specimen.x - MARGIN,
                specimen.y - MARGIN,
                specimen.width + 2 * MARGIN + (int) PicturePainter.BAR_ROOM,
                specimen.height + MARGIN + READING_ROOM);
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
        Rectangle area = getClientArea();
        surface.fill(0, 0, area.width, area.height, Colours.opaque(theme.background()));
        double width = area.width - 2.0 * MARGIN;
        double height = area.height - 2.0 * MARGIN;
        PicturePainter painter = new PicturePainter(surface, theme);
        if (figure instanceof DesignGrid grid) {
            painter.designs(grid, MARGIN, MARGIN, width, height);
        } else if (figure instanceof FieldPicture field) {
            Rectangle2D place = fieldArea();
            painter.field(field, place.getX(), place.getY(), place.getWidth(), place.getHeight());
            double line = area.height - READING_ROOM / 2.0;
            surface.text(reading, MARGIN, line, 12, Surface.Anchor.LEFT, Colours.opaque(theme.muted()));
        } else {
            int lines = (int) emptyText.lines().count();
            double y = area.height / 2.0 - 9 * (lines - 1);
            for (String line : emptyText.lines().toList()) {
                surface.text(line, area.width / 2.0, y, 13, Surface.Anchor.CENTRE, Colours.opaque(theme.muted()));
                y += 18;
            }
        }
    }
}
