// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

/**
 * The colours around the data, as 0xRRGGBB.
 *
 * @param dark whether the background is dark, so that data colours are to be light
 * @param background what everything is drawn on
 * @param foreground texts and axes
 * @param muted texts of second rank
 * @param grid grid lines and other lines that must not catch the eye
 * @since 1.0
 */
public record Theme(boolean dark, int background, int foreground, int muted, int grid) {
    /** For paper and for light windows. */
    public static final Theme LIGHT = new Theme(false, 0xFFFFFF, 0x1F2328, 0x656D76, 0xE4E7EB);
    /** For dark windows. */
    public static final Theme DARK = new Theme(true, 0x1E1F22, 0xE6E8EB, 0xB4BAC0, 0x3A3D41);

    /** The theme for a window of the given background. */
    public static Theme of(int background) {
        Theme nearest = Colours.luminance(background) < 0.5 ? DARK : LIGHT;
        return new Theme(nearest.dark, background & 0xFFFFFF, nearest.foreground, nearest.muted, nearest.grid);
    }
}
