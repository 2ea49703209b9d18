// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.gidn.legal.Part.Identity;
import org.w3c.dom.Element;

/** What an installed product consists of. */
final class Installation {
    private final Path root;
    /** What p2 knows of an update site. */
    static final String SITE = "content.jar";

    private final Archives archives;
    private final Map<String, Identity> known = new HashMap<>();

    /**
     * @param root the folder with {@code plugins}, and {@code p2} or, if it is an update site, {@code content.jar}
     * @param target the target definition, which gives versions of what was wrapped for OSGi
     */
    Installation(Path root, Path target, Archives archives) throws IOException {
        this.root = root;
        this.archives = archives;
        for (Element dependency : descendants(Xml.read(target), "dependency")) {
            Identity identity = new Identity(
                    text(dependency, "groupId"), text(dependency, "artifactId"), text(dependency, "version"));
            known.put(identity.key(), identity);
        }
        Path site = root.resolve(SITE);
        for (Element unit : descendants(Xml.read(Files.exists(site) ? site : profile()), "unit")) {
            Map<String, String> properties = new HashMap<>();
            descendants(unit, "property")
                    .forEach(each -> properties.put(each.getAttribute("name"), each.getAttribute("value")));
            if (properties.containsKey("maven-groupId")) {
                known.put(
                        unit.getAttribute("id"),
                        new Identity(
                                properties.get("maven-groupId"),
                                properties.get("maven-artifactId"),
                                properties.get("maven-version")));
            }
        }
    }

    private static List<Element> descendants(Element element, String name) {
        var nodes = element.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element element, String name) {
        return Xml.children(element, name).get(0).getTextContent().trim();
    }

    /** The latest state that p2 knows of. */
    private Path profile() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("p2"))) {
            return files.filter(file -> file.toString().endsWith(".profile.gz"))
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .orElseThrow(() -> new IOException(root + " has no p2 profile"));
        }
    }

    /**
     * All bundles, by name.
     *
     * @throws Refusal if one of them, or a part of one, may not be given away
     */
    List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        try (Stream<Path> bundles = Files.list(root.resolve("plugins")).sorted()) {
            for (Path bundle : (Iterable<Path>) bundles::iterator) {
                parts.add(bundle(bundle));
            }
        }
        return parts;
    }

    private Part bundle(Path bundle) throws IOException {
        String file = root.relativize(bundle).toString().replace('\\', '/');
        Identity identity = identity(bundle);
        if (!Files.isDirectory(bundle)) {
            return archives.part(identity, bundle, file);
        }
        List<Part> inside = new ArrayList<>();
        try (Stream<Path> files = Files.walk(bundle).sorted()) {
            for (Path each : (Iterable<Path>) files::iterator) {
                String place = root.relativize(each).toString().replace('\\', '/');
                if (each.toString().endsWith(".jar")) {
                    inside.add(archives.nested(identity, each, place));
                } else if (Archives.isLibrary(each.toString())) {
                    inside.add(archives.library(each, place));
                }
            }
        }
        return archives.folder(identity, file, inside);
    }

    private Identity identity(Path bundle) throws IOException {
        Manifest manifest = archives.manifest(bundle);
        String symbolic = manifest.getMainAttributes()
                .getValue("Bundle-SymbolicName")
                .split(";")[0]
                .trim();
        // What was wrapped for OSGi bears Maven's name as that of its bundle.
        Identity found = known.getOrDefault(
                symbolic, known.get(manifest.getMainAttributes().getValue("Bundle-Name")));
        if (found == null) {
            throw new Refusal("nobody knows where the bundle " + symbolic + " comes from");
        }
        return found.group().equals("org.gidn")
                ? new Identity(
                        "org.gidn", symbolic, manifest.getMainAttributes().getValue("Bundle-Version"))
                : found;
    }
}
