// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colours of figures: what is written stands out by 4.5 to 1, as WCAG asks of texts. */
class ThemeTest {
    private static final double TEXTS = 4.5;

    /** White, the light window, the dark window and the darkest that it has. */
    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFF, 0xF8F8F8, 0x1E1F22, 0x2F2F2F, 0x48484C})
    void textsStandOut(int background) {
        Theme theme = Theme.of(background);
        assertTrue(
                contrast(theme.foreground(), background) >= TEXTS, () -> "texts on " + Integer.toHexString(background));
        assertTrue(
                contrast(theme.muted(), background) >= TEXTS,
                () -> "quiet texts on " + Integer.toHexString(background));
        assertTrue(
                contrast(Hue.INK.argb(theme), background) >= TEXTS, () -> "ink on " + Integer.toHexString(background));
    }

    private static double contrast(int one, int other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF)
                + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
