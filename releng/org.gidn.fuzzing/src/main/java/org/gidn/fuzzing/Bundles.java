// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Declaration;
import org.gidn.experiments.catalogue.Points;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What our bundles declare, without the registry of Eclipse. */
final class Bundles {
    /** The sources of the bundles. */
    static final Path FOLDER = Path.of("../../bundles");

    private Bundles() {}

    /** All extensions of the extension points that experiments name. */
    static Catalogue catalogue() {
        List<Declaration> declarations = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(FOLDER)) {
            for (Path file : bundles.map(bundle -> bundle.resolve("plugin.xml"))
                    .filter(Files::exists)
                    .sorted()
                    .toList()) {
                Element root = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement();
                for (Element extension : elements(root)) {
                    String point = extension.getAttribute("point");
                    if (Points.ALL.contains(point)) {
                        elements(extension).forEach(element -> declarations.add(declared(point, element)));
                    }
                }
            }
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return Catalogue.of(declarations);
    }

    private static Declared declared(String point, Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.put(
                    element.getAttributes().item(i).getNodeName(),
                    element.getAttributes().item(i).getNodeValue());
        }
        return new Declared(
                point,
                element.getTagName(),
                attributes,
                elements(element).stream().map(child -> declared(point, child)).toList(),
                Map.of());
    }

    private static List<Element> elements(Element parent) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
