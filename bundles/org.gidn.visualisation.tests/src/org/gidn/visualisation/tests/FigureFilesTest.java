// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Colours;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.files.FigureFiles;
import org.gidn.visualisation.internal.painting.FigureDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Figures as files, drawn without a display. */
class FigureFilesTest {
    @TempDir
    private Path folder;

    static List<Figure> figures() {
        return Examples.all();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void svgIsWellFormedAndNamesWhatItShows(Figure figure) throws Exception {
        Path file = folder.resolve("figure.svg");
        FigureFiles.writeSvg(figure, file);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertEquals("svg", document.getDocumentElement().getNodeName());
        assertTrue(document.getElementsByTagName("text").getLength() > 0, "has texts");
        assertTrue(document.getDocumentElement().getTextContent().contains(figure.title()));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theSameFigureGivesTheSameFile(Figure figure) {
        assertEquals(FigureFiles.svg(figure), FigureFiles.svg(figure));
        assertEquals(FigureFiles.csv(figure), FigureFiles.csv(figure));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void pngShowsTheFigureInBothThemes(Figure figure) throws IOException {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            Path file = folder.resolve("figure.png");
            FigureFiles.writePng(figure, 500, 400, 1.5, theme, file);
            BufferedImage image = ImageIO.read(file.toFile());
            assertEquals(750, image.getWidth());
            assertEquals(600, image.getHeight());
            assertEquals(Colours.opaque(theme.background()), image.getRGB(1, 1));
            assertTrue(count(image, Colours.opaque(theme.background())) < 0.99 * 750 * 600, "something is drawn");
        }
    }

    private static long count(BufferedImage image, int colour) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) == colour)
                .count();
    }

    @Test
    void manyPointsAreDrawnWhereTheyBelong() {
        BufferedImage image = FigureDrawing.image(Examples.dense(), 480, 510, 1, Theme.LIGHT);
        int coloured = 0;
        int off = 0;
        for (int y = 80; y < 440; y++) {
            for (int x = 100; x < 440; x++) {
                int rgb = image.getRGB(x, y);
                // vermilion: far more red than blue
                if ((rgb >> 16 & 0xFF) - (rgb & 0xFF) > 60) {
                    coloured++;
                    off += Math.abs((x - 100) - (440 - y)) > 120 ? 1 : 0;
                }
            }
        }
        assertTrue(coloured > 500, coloured + " pixels are coloured");
        assertEquals(0, off, "all points lie on the diagonal");
    }

    @Test
    void barsStandAsHighAsTheyCount() {
        Plot plot = new Plot(
                "Bars",
                "",
                Axis.linear("x", "").between(0, 2),
                Axis.linear("y", "").between(0, 10),
                List.of(new Series.Histogram("", Hue.BLUE, new double[] {0, 1, 2}, new double[] {1, 8})));
        BufferedImage image = FigureDrawing.image(plot, 640, 420, 1, Theme.LIGHT);
        assertEquals(8.0, (double) blue(image, 480) / blue(image, 200), 0.4, "a bar of 8 beside a bar of 1");
    }

    /** How many pixels of a column are blue. */
    private static long blue(BufferedImage image, int x) {
        return IntStream.range(0, image.getHeight())
                .map(y -> image.getRGB(x, y))
                .filter(rgb -> (rgb & 0xFF) - (rgb >> 16 & 0xFF) > 40)
                .count();
    }

    @Test
    void theTicksOfANarrowRangeAreToldApart() {
        Axis narrow = Axis.linear("Toughness", "").between(69.4155, 69.416);
        Axis small = Axis.linear("Loss", "").between(0, 2e-5);
        String svg = FigureFiles.svg(new Plot("Close", "", narrow, small, List.of()));
        for (String label : List.of("69.4155", "69.4156", "0", "5E-6", "1.5E-5")) {
            assertTrue(svg.contains(">" + label + "<"), label + " in " + svg);
        }
    }

    @Test
    void aScaleOfColoursIsMarkedAtRoundValues() {
        // The map's greatest value is √18; no axis reaches 4.
        String svg = FigureFiles.svg(Examples.contours());
        assertTrue(svg.contains(">4<"), svg);
        assertFalse(svg.contains(">4.243<"), svg);
    }

    @Test
    void theDataOfALineComeBackFromCsv() {
        List<List<String>> rows = rows(FigureFiles.csv(Examples.lines()));
        assertEquals(List.of("series", "x", "y", "y_upper"), rows.get(0));
        assertEquals(List.of("range", "100", "1", "4"), rows.get(1));
        assertEquals(List.of("mean, \"best\"", "1000", "", ""), rows.get(5));
        assertEquals(List.of("mean, \"best\"", "10000", "4.25", ""), rows.get(6));
        assertEquals(7, rows.size());
    }

    @Test
    void theDataOfAllNumbersComeBackExactly() {
        Series.Scatter scatter = (Series.Scatter) Examples.dense().series().get(0);
        List<List<String>> rows = rows(FigureFiles.csv(Examples.dense()));
        assertEquals(scatter.x().length + 1, rows.size());
        for (int i = 0; i < scatter.x().length; i++) {
            assertEquals(scatter.x()[i], Double.parseDouble(rows.get(i + 1).get(1)));
        }
    }

    @Test
    void mapsAreWrittenWithTheNamesOfTheirPlaces() {
        List<List<String>> rows = rows(FigureFiles.csv(Examples.network()));
        assertEquals(List.of("series", "x", "y", "value"), rows.get(0));
        assertEquals(List.of("error", "16", "2", "1"), rows.get(1));
        assertEquals(List.of("error", "64", "4", "6"), rows.get(6));
    }

    @Test
    void histogramsDesignsAndFieldsAreWrittenToo() {
        assertEquals(
                List.of("samples", "1", "2", "2"),
                rows(FigureFiles.csv(Examples.histogram())).get(2));
        assertEquals(
                List.of(Examples.BEST, "69.42; predicted 60"),
                rows(FigureFiles.csv(Examples.designs())).get(1));
        assertEquals(5, rows(FigureFiles.csv(Examples.field())).size());
    }

    /** The header and all rows. */
    private static List<List<String>> rows(String csv) {
        Table table = Csv.parse(csv, "figure");
        return Stream.concat(Stream.of(table.columns()), table.rows().stream().map(Table.Row::cells))
                .toList();
    }

    @Test
    void picturesAreWrittenAsUtf8() throws Exception {
        byte[] svg = FigureFiles.svg(Examples.lines()).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("f.svg");
        FigureFiles.writeSvg(Examples.lines(), file);
        assertEquals(svg.length, Files.size(file));
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }
}
