// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.about;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.eclipse.core.runtime.Platform;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The list of parts made by others that the build puts into each installation. */
public final class ThirdParties {
    private static final String FILE = "third-parties.html";

    private ThirdParties() {}

    /**
     * A part.
     *
     * @param name Maven's group and name, or what it is called
     * @param licence an SPDX expression
     */
    public record Part(String name, String version, String licence) {}

    /** The list's file; empty where the program was not started from an installation. */
    static Optional<Path> file() {
        try {
            Path file =
                    Path.of(Platform.getInstallLocation().getURL().getPath()).resolve(FILE);
            return Files.exists(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Reads the list, in its own order. */
    public static List<Part> read(Path file) throws IOException {
        List<Part> parts = new ArrayList<>();
        NodeList rows = document(file).getElementsByTagName("tr");
        for (int i = 0; i < rows.getLength(); i++) {
            NodeList cells = ((Element) rows.item(i)).getElementsByTagName("td");
            if (cells.getLength() >= 3) {
                parts.add(new Part(
                        cells.item(0).getTextContent(),
                        cells.item(1).getTextContent(),
                        cells.item(2).getTextContent()));
            }
        }
        return parts;
    }

    private static Document document(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }
}
