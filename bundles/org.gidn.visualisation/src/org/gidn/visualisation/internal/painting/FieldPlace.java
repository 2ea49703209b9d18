// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import org.gidn.visualisation.Extent;
import org.gidn.visualisation.FieldPicture;

/**
 * Where a field is drawn: as large as its room allows, in the middle.
 *
 * @param left pixel of the abscissa 0
 * @param top pixel of the ordinate 0
 * @param scale pixels a unit of length
 * @param right the rightmost pixel of the specimen
 */
record FieldPlace(double left, double top, double scale, double right) {
    /** The place within a rectangle, at whose right side the scale of colours has its room. */
    static FieldPlace of(FieldPicture field, double x, double y, double width, double height) {
        Extent across = new Extent(false);
        Extent down = new Extent(false);
        across.add(field.xs());
        down.add(field.ys());
        double specimenWidth = across.greatest() - across.least();
        double specimenHeight = down.greatest() - down.least();
        double room = width - PicturePainter.BAR_ROOM;
        double scale = Math.min(room / specimenWidth, height / specimenHeight);
        double left = x + (room - scale * specimenWidth) / 2;
        double top = y + (height - scale * specimenHeight) / 2;
        return new FieldPlace(
                left - scale * across.least(), top - scale * down.least(), scale, left + scale * specimenWidth);
    }

    double pixelX(double x) {
        return left + scale * x;
    }

    double pixelY(double y) {
        return top + scale * y;
    }
}
