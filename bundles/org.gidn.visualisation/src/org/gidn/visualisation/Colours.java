// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.Locale;

/**
 * Arithmetic of colours; all of them 0xAARRGGBB or 0xRRGGBB.
 *
 * @since 1.0
 */
public final class Colours {
    private Colours() {}

    /** The colour with another opacity, 0 … 1. */
    public static int alpha(int rgb, double opacity) {
        return (int) Math.round(255 * opacity) << 24 | rgb & 0xFFFFFF;
    }

    /** The same colour, opaque. */
    public static int opaque(int rgb) {
        return 0xFF000000 | rgb;
    }

    /** The colour a share {@code t} of the way from {@code a} to {@code b}, opaque. */
    public static int mix(int a, int b, double t) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = a >> shift & 0xFF;
            int to = b >> shift & 0xFF;
            mixed = mixed << 8 | (int) Math.round(from + t * (to - from));
        }
        return mixed;
    }

    /** How bright a colour looks, 0 … 1. */
    public static double luminance(int rgb) {
        return (0.2126 * (rgb >> 16 & 0xFF) + 0.7152 * (rgb >> 8 & 0xFF) + 0.0722 * (rgb & 0xFF)) / 255;
    }

    /** The colour as CSS and SVG write it, e.g. {@code #0072b2}. */
    public static String css(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb & 0xFFFFFF);
    }
}
