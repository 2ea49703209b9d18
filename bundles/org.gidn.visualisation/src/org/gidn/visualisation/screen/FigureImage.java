// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.io.ByteArrayInputStream;
import org.eclipse.swt.graphics.ImageData;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.painting.FigureDrawing;
import org.gidn.visualisation.internal.painting.FigureSize;
import org.gidn.visualisation.internal.painting.Png;

/**
 * Figures as pictures that other programs take from the clipboard.
 *
 * @since 1.0
 */
public final class FigureImage {
    private FigureImage() {}

    /**
     * A figure as it is printed, two pixels a unit. May be called on any thread.
     *
     * @throws org.gidn.core.InvalidInputException if this machine has no fonts
     */
    public static ImageData of(Figure figure) {
        FigureSize size = FigureSize.of(figure);
        byte[] png = Png.bytes(FigureDrawing.image(figure, size.width(), size.height(), 2, Theme.LIGHT));
        return new ImageData(new ByteArrayInputStream(png));
    }
}
