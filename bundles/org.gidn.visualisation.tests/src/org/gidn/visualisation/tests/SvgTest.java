// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.files.FigureFiles;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What stands in SVG documents, read back from them. */
class SvgTest {
    private static final Axis TENTH = Axis.linear("x", "").between(0, 10);

    @Test
    void textsOfAllCharactersAreShownAsTheyAre() throws Exception {
        String title = "a < b & \"c\" > 'd' – é 試 \uD835\uDEFC";
        assertEquals(title, texts(plot(title, TENTH)).get(0));
    }

    @Test
    void charactersThatNoDocumentMayHoldAreMarked() throws Exception {
        assertEquals(
                "a\uFFFDb\uFFFDc\uFFFD",
                texts(plot("a\u001Bb\u0000c\uD800", TENTH)).get(0));
    }

    @Test
    void ticksStandBelowTheirValues() throws Exception {
        Document document = read(plot("Ticks", TENTH));
        double left = number(below(document, "0"), "x");
        double right = number(below(document, "10"), "x");
        assertEquals(left + 0.4 * (right - left), number(below(document, "4"), "x"), 0.02);
        assertTrue(right - left > 300, "the axis takes most of the width");
    }

    @Test
    void longCaptionsOfDesignsAreBrokenBeforeTheyMeetTheNext() throws Exception {
        String label = "mutation rate 0.01, tournament of three, seed 1\n69.42";
        DesignBatch designs = DesignText.parse(Collections.nCopies(3, Examples.BEST), Examples.SPACE);
        List<String> shown =
                texts(new DesignGrid("Designs", "", Examples.PICTURE, designs, Collections.nCopies(3, label)));
        assertEquals(3, Collections.frequency(shown, "69.42"));
        assertTrue(shown.stream().allMatch(text -> text.length() <= "tournament of three,".length()), shown::toString);
        assertTrue(String.join(" ", shown).contains(" seed 1"), shown::toString);
    }

    @Test
    void longNamesOfCategoriesAreLeftOutBeforeTheyOverlap() throws Exception {
        List<String> names = IntStream.range(0, 12)
                .mapToObj(i -> "configuration number " + i)
                .toList();
        List<String> shown = texts(plot("Names", Axis.categories("kind", names)));
        shown.retainAll(names);
        assertEquals("configuration number 0", shown.get(0));
        assertTrue(shown.size() > 1 && shown.size() < 5, shown.toString());
    }

    @Test
    void thePictureOfADenseSeriesCoversTheAreaBetweenTheAxes() throws Exception {
        Element image =
                (Element) read(Examples.dense()).getElementsByTagName("image").item(0);
        String data = image.getAttribute("xlink:href");
        var picture = ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1))));
        assertEquals(number(image, "width"), picture.getWidth());
        assertEquals(number(image, "height"), picture.getHeight());
        Element area = (Element)
                read(Examples.dense()).getElementsByTagName("clipPath").item(0).getFirstChild();
        for (String side : List.of("x", "y", "width", "height")) {
            assertEquals(number(area, side), number(image, side), side);
        }
    }

    @Test
    void transparencyIsWrittenBesideTheColour() {
        Series.Band band =
                new Series.Band("", Hue.BLUE, new double[] {0, 10}, new double[] {0, 0}, new double[] {5, 5});
        String svg = FigureFiles.svg(new Plot("Band", "", TENTH, TENTH, List.of(band)));
        assertTrue(svg.contains("fill=\"rgb(0,114,178)\" fill-opacity=\"0."), svg);
        assertFalse(svg.contains("NaN"), svg);
    }

    @Test
    void theLengthOfADocumentDoesNotGrowWithThePoints() {
        assertTrue(FigureFiles.svg(scatter(400_000)).length()
                < 2 * FigureFiles.svg(scatter(20_000)).length());
    }

    private static Plot scatter(int count) {
        double[] at = new double[count];
        Arrays.setAll(at, i -> 20.0 * i / count);
        return new Plot("Many", "", TENTH, TENTH, List.of(new Series.Scatter("", Hue.BLUE, at, at)));
    }

    private static Plot plot(String title, Axis x) {
        return new Plot(title, "", x, Axis.linear("y", "").between(0, 1), List.of());
    }

    private static Document read(Figure figure) throws Exception {
        byte[] svg = FigureFiles.svg(figure).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static List<String> texts(Figure figure) throws Exception {
        NodeList found = read(figure).getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    /** The label below the horizontal axis. */
    private static Element below(Document document, String text) {
        NodeList found = document.getElementsByTagName("text");
        return (Element) IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(node -> node.getTextContent().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }
}
