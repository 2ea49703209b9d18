// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gidn.legal.Part.Identity;
import org.w3c.dom.Element;

/** The POMs in Maven's local repository. */
final class Poms {
    private final Path repository;

    Poms(Path repository) {
        this.repository = repository;
    }

    /** The names of the licences that a part's POM offers, or else its parents'; empty if there is no POM or it names none. */
    List<String> licences(Identity part) {
        Optional<Element> pom = read(part);
        while (pom.isPresent()) {
            List<String> names = Xml.children(pom.get(), "licenses").stream()
                    .flatMap(all -> Xml.children(all, "license").stream())
                    .flatMap(each -> Xml.children(each, "name").stream())
                    .map(name -> name.getTextContent().trim().replaceAll("\\s+", " "))
                    .toList();
            if (!names.isEmpty()) {
                return names;
            }
            pom = Xml.children(pom.get(), "parent").stream()
                    .findFirst()
                    .flatMap(parent -> read(new Identity(
                            text(parent, "groupId"), text(parent, "artifactId"), text(parent, "version"))));
        }
        return List.of();
    }

    private static String text(Element element, String name) {
        return Xml.children(element, name).get(0).getTextContent().trim();
    }

    private Optional<Element> read(Identity part) {
        Path file = repository
                .resolve(part.group().replace('.', '/'))
                .resolve(part.name())
                .resolve(part.version())
                .resolve(part.name() + "-" + part.version() + ".pom");
        return Files.exists(file) ? Optional.of(Xml.read(file)) : Optional.empty();
    }
}
