// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gidn.baselines.RandomSearch;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.gidn.core.settings.Settings;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code plugin.xml} declares is what the classes read. */
class DeclarationsTest {
    static Stream<Named<Element>> optimisers() throws Exception {
        try (InputStream in = RandomSearch.class.getResourceAsStream("/plugin.xml")) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            return elements(root, "optimiser").stream().map(element -> Named.of(element.getAttribute("id"), element));
        }
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void everyOptimiserIsMadeFromItsDefaults(Element optimiser) throws Exception {
        List<Parameter> parameters = new ArrayList<>();
        Map<String, Object> given = new HashMap<>();
        for (Element element : elements(optimiser, "parameter")) {
            Parameter parameter = parameter(element);
            parameters.add(parameter);
            assertFalse(parameter.description().isBlank());
            if (parameter.type() == Parameter.Type.EXTENSION) {
                boolean sampler = element.getAttribute("point").endsWith(".samplers");
                given.put(
                        parameter.name(),
                        sampler ? new RandomSampler(true) : new GaussianProcess(GaussianProcessSettings.DEFAULTS));
            }
        }
        Factory<?> maker = (Factory<?>) RandomSearch.class
                .getClassLoader()
                .loadClass(optimiser.getAttribute("class"))
                .getConstructor()
                .newInstance();
        assertNotNull(maker.create(Settings.of(parameters, given)));
    }

    private static Parameter parameter(Element element) {
        return new Parameter(
                element.getAttribute("name"),
                Parameter.Type.valueOf(element.getAttribute("type").toUpperCase(Locale.ROOT)),
                text(element, "default"),
                Range.parse(text(element, "min"), text(element, "max")),
                element.getAttribute("unit"),
                List.of(element.getAttribute("choices").split("\\|")),
                text(element, "point"),
                element.getAttribute("description"));
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
