// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.files.FigureFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures as PDF documents, read by a library. */
class PdfTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("org.gidn.visualisation.tests.Examples#all")
    void aDocumentIsOnePageWithThePictureOfItsFigure(Figure figure) throws IOException {
        Path file = folder.resolve("figure.pdf");
        FigureFiles.write(figure, file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            assertEquals(1, document.getNumberOfPages());
            assertEquals(figure.title(), document.getDocumentInformation().getTitle());
            assertTrue(new PDFTextStripper().getText(document).contains(figure.title()), figure.title());
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 3 * 96);
            Path png = folder.resolve("figure.png");
            FigureFiles.write(figure, png);
            double difference = difference(page, ImageIO.read(png.toFile()));
            // Letters are of another font.
            assertTrue(difference < 0.03, figure.title() + " differs by " + difference);
        }
    }

    /** The mean difference of two pictures' colours, as a share of black to white. */
    private static double difference(BufferedImage a, BufferedImage b) {
        assertEquals(a.getWidth(), b.getWidth(), 2);
        assertEquals(a.getHeight(), b.getHeight(), 2);
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        long sum = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 0xFF) - (b.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / (3.0 * 255 * width * height);
    }

    @Test
    void theSameFigureGivesTheSameBytes() throws IOException {
        Path first = folder.resolve("first.pdf");
        Path second = folder.resolve("second.pdf");
        FigureFiles.write(Examples.lines(), first);
        FigureFiles.write(Examples.lines(), second);
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    @Test
    void lettersOfScienceAreThoseOfTheFontAndWhatItLacksIsAQuestionMark() throws IOException {
        Path file = folder.resolve("letters.pdf");
        Axis strain = Axis.linear("γ", "10⁻³");
        FigureFiles.write(new Plot("σ \u2212 ε \u6750", "", strain, strain, List.of()), file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("σ \u2212 ε ?"), text);
            assertTrue(text.contains("γ [10"), text);
        }
    }
}
