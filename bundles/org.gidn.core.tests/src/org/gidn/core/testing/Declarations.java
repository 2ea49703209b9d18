// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.testing;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the {@code plugin.xml} of a bundle declares, without a platform. */
public final class Declarations {
    private Declarations() {}

    /** The elements of a kind, such as {@code optimiser}, that the bundle of a class declares. */
    public static List<Element> of(Class<?> type, String kind) throws Exception {
        try (InputStream in = type.getResourceAsStream("/plugin.xml")) {
            return elements(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in)
                            .getDocumentElement(),
                    kind);
        }
    }

    /** The parameters that an element declares; their descriptions are the keys of texts. */
    public static List<Parameter> parameters(Element declared) {
        return elements(declared, "parameter").stream()
                .map(element -> new Parameter(
                        element.getAttribute("name"),
                        Parameter.Type.valueOf(element.getAttribute("type").toUpperCase(Locale.ROOT)),
                        text(element, "default"),
                        Range.parse(text(element, "min"), text(element, "max")),
                        element.getAttribute("unit"),
                        List.of(element.getAttribute("choices").split("\\|")),
                        text(element, "point"),
                        element.getAttribute("description")))
                .toList();
    }

    private static String text(Element element, String attribute) {
        return element.hasAttribute(attribute) ? element.getAttribute(attribute) : null;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
