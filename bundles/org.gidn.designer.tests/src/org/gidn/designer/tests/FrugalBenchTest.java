// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.settings.Settings;
import org.gidn.core.testing.Declarations;
import org.gidn.core.work.Cancellation;
import org.gidn.designer.FrugalBench;
import org.gidn.designer.FrugalGidn;
import org.gidn.designer.FrugalSettings;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The benchmark of an iteration. */
class FrugalBenchTest {
    private static FrugalBench bench() {
        return new FrugalBench(
                new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0), true),
                FrugalMethods.network(2),
                5,
                new int[] {20, 40});
    }

    @Test
    void measuresIterationsWithAndWithoutGradients() {
        List<List<String>> rows = new ArrayList<>();
        FrugalBench bench = bench();
        bench.run(Cancellation.NONE, rows::add);
        assertEquals(4, rows.size());
        assertEquals(
                List.of("values and gradients", "values and gradients", "values", "values"),
                rows.stream().map(row -> row.get(0)).toList());
        assertEquals("1.00", rows.get(0).get(4));
        for (List<String> row : rows) {
            assertEquals(bench.columns().size(), row.size());
            assertTrue(Double.parseDouble(row.get(3).replace(" s", "")) > 0, row.toString());
        }
    }

    @Test
    void isStoppedWithinARun() {
        assertThrows(CancellationException.class, () -> bench().run(() -> true, row -> {}));
    }

    /** Else it would measure another method than that which users run. */
    @Test
    void measuresWhatIsDeclared() throws Exception {
        Element declared = Declarations.of(FrugalGidn.class, "optimiser").stream()
                .filter(element -> element.getAttribute("id").equals("org.gidn.designer.frugal"))
                .findFirst()
                .orElseThrow();
        Sampler sampler = new RandomSampler(true);
        Predictor predictor = FrugalMethods.network(2);
        Map<String, Object> given = Map.of(
                "sampler",
                sampler,
                "predictor",
                predictor,
                "samples",
                20,
                "iterations",
                3,
                "evaluated",
                5,
                "evaluatedShare",
                0.0,
                "stall",
                0,
                "gradients",
                false);
        assertEquals(
                FrugalSettings.of(Settings.of(Declarations.parameters(declared), given)),
                FrugalSettings.plain(sampler, predictor, 20, 3, 5, false));
    }
}
