// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import org.gidn.visualisation.Colours;

/**
 * Very many points as a picture: the more of them on a pixel, the stronger its colour, by the logarithm of their number. A
 * single point is seen as well, as a spot of three by three pixels.
 *
 * @param argb colours row by row
 * @param width pixels in a row
 */
record DensityImage(int[] argb, int width) {
    private static final double FAINTEST = 0.55;

    /**
     * Draws the points that are in view; the picture covers the area between the axes.
     *
     * @param colour the colour of few points
     * @param strongest the colour that is mixed in where there are most
     */
    static DensityImage of(double[] x, double[] y, View view, int colour, int strongest) {
        int width = Math.max(1, (int) Math.round(view.width()));
        int height = Math.max(1, (int) Math.round(view.height()));
        int[] counts = new int[width * height];
        int most = 1;
        for (int i = 0; i < x.length; i++) {
            double px = view.pixelX(x[i]) - view.left();
            double py = view.pixelY(y[i]) - view.top();
            // written so that NaN is out of view
            if (px >= 0 && px < width && py >= 0 && py < height) {
                int column = (int) px;
                int row = (int) py;
                for (int r = Math.max(0, row - 1); r <= Math.min(row + 1, height - 1); r++) {
                    for (int c = Math.max(0, column - 1); c <= Math.min(column + 1, width - 1); c++) {
                        most = Math.max(most, ++counts[r * width + c]);
                    }
                }
            }
        }
        int[] shades = new int[most + 1];
        for (int n = 1; n <= most; n++) {
            double strength = most == 1 ? 0 : Math.log(n) / Math.log(most);
            shades[n] = Colours.alpha(
                    Colours.mix(colour, strongest, 0.6 * strength * strength), FAINTEST + (1 - FAINTEST) * strength);
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = shades[counts[i]];
        }
        return new DensityImage(counts, width);
    }
}
