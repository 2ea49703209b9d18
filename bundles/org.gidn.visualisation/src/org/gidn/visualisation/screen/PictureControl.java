// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

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

/** Shows figures without axes, or a text where there is no figure. */
final class PictureControl extends Canvas {
    private static final int MARGIN = 12;

    private Figure figure;
    private String emptyText = "";

    PictureControl(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> {
            try (GcSurface surface = new GcSurface(event.gc)) {
                paint(surface);
            }
        });
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
            painter.field(field, MARGIN, MARGIN, width, height);
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
