// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Theme;

/** Figures as PDF documents of one page, all lines and letters in them drawings. */
public final class PdfPage {
    /** The font that the library brings for where a machine has none. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private PdfPage() {}

    /**
     * A document; the same figure gives the same bytes.
     *
     * @param width width in pixels, each 1/96 inch
     * @param height height in the same pixels
     */
    public static byte[] document(Figure figure, int width, int height, Theme theme) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
            PDFont font = PDType0Font.load(document, file, true);
            try (PdfSurface page = new PdfSurface(document, font, width, height)) {
                page.fill(0, 0, width, height, Colours.opaque(theme.background()));
                FigureDrawing.draw(page, figure, width, height, theme, true);
            }
            document.getDocumentInformation().setTitle(figure.title());
            // Otherwise the time of day would be part of it.
            document.setDocumentId(1L);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
