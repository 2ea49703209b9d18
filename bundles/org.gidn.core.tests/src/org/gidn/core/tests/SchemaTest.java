// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The schemas of the extension points explain themselves to authors of plug-ins. */
class SchemaTest {
    static List<Path> schemas() throws IOException {
        return schemas("org.gidn.core");
    }

    static List<Path> allSchemas() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String bundle : List.of("org.gidn.core", "org.gidn.experiments", "org.gidn.visualisation")) {
            all.addAll(schemas(bundle));
        }
        return all;
    }

    private static List<Path> schemas(String bundle) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", bundle, "schema"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("allSchemas")
    void everyElementAndAttributeIsExplained(Path schema) throws Exception {
        Element root = root(schema);
        List<Element> explained = Stream.concat(all(root, "element"), all(root, "attribute"))
                .filter(element -> element.hasAttribute("name"))
                .toList();
        assertTrue(explained.size() > 3);
        for (Element element : explained) {
            assertTrue(
                    all(element, "documentation")
                            .findFirst()
                            .filter(documentation ->
                                    documentation.getTextContent().strip().length() > 5)
                            .isPresent(),
                    () -> element.getAttribute("name") + " of " + schema + " is not explained");
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyPointHasAnExampleThatIsWellFormed(Path schema) throws Exception {
        if (schema.endsWith("parameter.exsd")) {
            return;
        }
        String html = all(root(schema), "annotation")
                .filter(annotation -> all(annotation, "meta.section")
                        .anyMatch(section -> section.getAttribute("type").equals("examples")))
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow();
        String page = "<page>" + html.strip().replaceFirst("^<pre>", "").replaceFirst("</pre>$", "") + "</page>";
        Element example = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        String name = schema.getFileName().toString().replace(".exsd", "");
        assertEquals(
                "org.gidn.core." + name,
                all(example, "extension").findFirst().orElseThrow().getAttribute("point"));
        assertTrue(all(example, "parameter").findFirst().isPresent());
    }

    private static Element root(Path schema) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(schema.toFile())
                .getDocumentElement();
    }

    private static Stream<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }
}
