// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads XML. */
final class Xml {
    private Xml() {}

    /** The root of a file, which may be compressed with gzip or the only entry of a jar. */
    static Element read(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = unpacked(file, bytes)) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(text)
                    .getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(file.toString(), e);
        }
    }

    private static InputStream unpacked(Path file, InputStream bytes) throws IOException {
        if (file.toString().endsWith(".gz")) {
            return new GZIPInputStream(bytes);
        }
        if (!file.toString().endsWith(".jar")) {
            return bytes;
        }
        ZipInputStream zip = new ZipInputStream(bytes);
        zip.getNextEntry();
        return zip;
    }

    /** The elements of a name right below another. */
    static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }
}
