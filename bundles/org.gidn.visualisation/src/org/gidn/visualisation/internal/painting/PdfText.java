// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Text in the font of a PDF document; a character that the font lacks is shown as a question mark. */
final class PdfText {
    private static final int MISSING = '?';

    private final PDFont font;
    /** Widths of characters, as shares of the font's size. */
    private final Map<Integer, Double> widths = new HashMap<>();

    PdfText(PDFont font) {
        this.font = font;
    }

    PDFont font() {
        return font;
    }

    /** A text as it can be shown. */
    String shown(String text) {
        return text.codePoints()
                .map(character -> Double.isNaN(own(character)) ? MISSING : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The width of a text as a share of the font's size. */
    double width(String text) {
        return shown(text).codePoints().mapToDouble(this::own).sum();
    }

    /** The width of a character; NaN if the font lacks it. */
    private double own(int character) {
        return widths.computeIfAbsent(character, missing -> {
            try {
                return font.getStringWidth(Character.toString(missing)) / 1000.0;
            } catch (IllegalArgumentException e) {
                return Double.NaN;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
