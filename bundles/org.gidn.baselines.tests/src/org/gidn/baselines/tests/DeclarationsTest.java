// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gidn.baselines.RandomSearch;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Settings;
import org.gidn.core.testing.Declarations;
import org.gidn.predictor.gp.GaussianProcess;
import org.gidn.predictor.gp.GaussianProcessSettings;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What {@code plugin.xml} declares is what the classes read. */
class DeclarationsTest {
    static Stream<Named<Element>> optimisers() throws Exception {
        return Declarations.of(RandomSearch.class, "optimiser").stream()
                .map(element -> Named.of(element.getAttribute("id"), element));
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void everyOptimiserIsMadeFromItsDefaults(Element optimiser) throws Exception {
        List<Parameter> parameters = Declarations.parameters(optimiser);
        Map<String, Object> given = new HashMap<>();
        for (Parameter parameter : parameters) {
            assertFalse(parameter.description().isBlank());
            if (parameter.type() == Parameter.Type.EXTENSION) {
                boolean sampler = parameter.point().endsWith(".samplers");
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
}
