// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the user reads stands in files of its own, so that fragments can translate it. */
class TextsTest {
    private static final Bundle WORKBENCH = Platform.getBundle("org.gidn.workbench");
    private static final List<String> TEXTS = List.of("label", "description", "tooltip", "unit");
    private static final Pattern PRODUCT = Pattern.compile("org\\.gidn\\.(?!samples\\.)[a-z]+");
    /** Elements whose name is no text. */
    private static final Set<String> NAMELESS =
            Set.of("parameter", "property", "insertionPoint", "separator", "variable", "objectClass");

    private static Properties properties(Bundle bundle, String path) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = bundle.getEntry(path).openStream()) {
            properties.load(in);
        }
        return properties;
    }

    static Stream<Named<Bundle>> bundlesWithMessages() {
        return Stream.of("experiments", "visualisation", "workbench")
                .map(name -> Named.of(name, Platform.getBundle("org.gidn." + name)));
    }

    @ParameterizedTest
    @MethodSource("bundlesWithMessages")
    void everyMessageHasATextAndEveryTextAMessage(Bundle bundle) throws Exception {
        Class<?> messages = bundle.loadClass(bundle.getSymbolicName() + ".internal.Messages");
        Set<String> names = Arrays.stream(messages.getFields())
                .map(field -> field.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Properties texts = properties(bundle, messages.getPackageName().replace('.', '/') + "/messages.properties");
        assertEquals(names, new TreeSet<>(texts.stringPropertyNames()));
    }

    static Stream<Named<Bundle>> bundles() {
        return Arrays.stream(WORKBENCH.getBundleContext().getBundles())
                .filter(bundle -> PRODUCT.matcher(bundle.getSymbolicName()).matches())
                .filter(bundle -> bundle.getEntry("plugin.xml") != null)
                .map(bundle -> Named.of(bundle.getSymbolicName(), bundle));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextStandsInTheDeclarations(Bundle bundle) throws Exception {
        Set<String> used = new TreeSet<>();
        Set<String> literal = new TreeSet<>();
        NodeList elements;
        try (InputStream in = bundle.getEntry("plugin.xml").openStream()) {
            elements = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getElementsByTagName("*");
        }
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            IntStream.range(0, element.getAttributes().getLength())
                    .mapToObj(element.getAttributes()::item)
                    .forEach(attribute -> {
                        String name = attribute.getNodeName();
                        boolean text =
                                TEXTS.contains(name) || name.equals("name") && !NAMELESS.contains(element.getTagName());
                        if (attribute.getNodeValue().startsWith("%")) {
                            used.add(attribute.getNodeValue().substring(1));
                        } else if (text) {
                            literal.add(attribute.getNodeValue());
                        }
                    });
            if (element.getTagName().equals("description")) {
                used.add(element.getTextContent().substring(1));
            }
        }
        assertEquals(Set.of(), literal);
        if (!used.isEmpty()) {
            assertEquals(
                    used, new TreeSet<>(properties(bundle, "plugin.properties").stringPropertyNames()));
        }
    }
}
