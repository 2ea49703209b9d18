// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

/**
 * The colours of series, told apart by colour-blind readers too: Okabe and Ito, "Color universal design" (2008). On dark
 * backgrounds the darker ones are made lighter.
 *
 * @since 1.0
 */
public enum Hue {
    BLUE(0x0072B2, 0x4FA9E0),
    ORANGE(0xE69F00, 0xE69F00),
    GREEN(0x009E73, 0x2DC49A),
    VERMILION(0xD55E00, 0xF08038),
    PURPLE(0xCC79A7, 0xDB98BC),
    SKY_BLUE(0x56B4E9, 0x8CCDF2),
    YELLOW(0xF0E442, 0xF0E442),
    GREY(0x8A9099, 0x8A9099),
    /** The colour of the text. */
    INK(0x1F2328, 0xE6E8EB);

    private final int light;
    private final int dark;

    Hue(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** The colour as 0xFFRRGGBB. */
    public int argb(Theme theme) {
        return Colours.opaque(theme.dark() ? dark : light);
    }

    /** The colour of the n-th of several series; repeats after seven. */
    public static Hue of(int index) {
        return values()[index % 7];
    }
}
