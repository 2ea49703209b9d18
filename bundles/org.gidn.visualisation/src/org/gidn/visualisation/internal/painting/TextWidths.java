// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * How wide texts are in the widest of the fonts that {@link Fonts#FAMILIES} names, DejaVu Sans. So figures are laid out alike
 * on every machine, and on one without fonts too; with a narrower font a reader sees a little more room.
 */
final class TextWidths {
    /** Widths in thousandths of the font's size; each line of the file has one width and the characters that have it. */
    private static final Map<Integer, Integer> WIDTHS = read();
    /** Of letters that the table leaves out. */
    private static final int COMMON = 620;
    /** Of ideographs and other signs of a square. */
    private static final int SQUARE = 1000;

    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private TextWidths() {}

    private static Map<Integer, Integer> read() {
        Map<Integer, Integer> widths = new HashMap<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(TextWidths.class.getResourceAsStream("widths.txt"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf(' ');
                int width = Integer.parseInt(line, 0, end, 10);
                line.substring(end + 1).codePoints().forEach(character -> widths.put(character, width));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return widths;
    }

    /** The width of a text of a font size, in the same unit. */
    static double of(String text, double size) {
        return text.codePoints().map(TextWidths::of).sum() * size / 1000;
    }

    private static int of(int character) {
        return WIDTHS.getOrDefault(character, character < FIRST_IDEOGRAPH ? COMMON : SQUARE);
    }
}
