// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.run.Candidates;
import org.gidn.designer.FrugalGidn;
import org.gidn.designer.FrugalSettings;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a frugal search begins anew. */
@Tag("long")
class FrugalBeginningsTest {
    private static final CrackToughness COMPOSITE =
            new CrackToughness(CrackedPlate.square(8, 0.25).withSymmetry(true), new TwoPhaseMaterial(10, 1 / 3.0));
    private static final DesignSpace SPACE = COMPOSITE.space().withZeroFraction(0.25);

    @TempDir
    private Path folder;

    private MemoryRun composite(int threads, String name) throws Exception {
        return new MemoryRun(COMPOSITE, SPACE, 1, threads, Files.createDirectories(folder.resolve(name)));
    }

    /**
     * A beginning of which the best design is its n-th ends after half as many evaluations more, but at least six, at the end of
     * an iteration; after every second one all designs are gone on from.
     */
    @Test
    void beginsAnewWhereNothingBetterIsFound() throws Exception {
        MemoryRun whole = composite(1, "whole");
        stalling().optimise(whole);
        Map<String, Double> values = new HashMap<>();
        whole.stored().forEach(stored -> values.put(stored.design(), stored.value()));
        List<Integer> needed = new ArrayList<>();
        List<Integer> spent = new ArrayList<>();
        double best = 0;
        for (Candidates batch : whole.candidates()) {
            if (batch.source().equals(Candidates.SAMPLE)) {
                assertEquals(10, batch.designs().size());
                needed.add(0);
                spent.add(0);
                best = 0;
            }
            int latest = spent.size() - 1;
            for (int i = 0; i < batch.designs().size(); i++) {
                spent.set(latest, spent.get(latest) + 1);
                double value = values.get(DesignText.format(SPACE, batch.designs(), i));
                if (value > best) {
                    best = value;
                    needed.set(latest, spent.get(latest));
                }
            }
        }
        assertTrue(spent.size() > 2, spent.toString());
        int first = needed.get(0);
        int least = first + Math.max(6, (first + 1) / 2);
        assertTrue(spent.get(0) >= least && spent.get(0) < least + 3, spent + " evaluations, best after " + needed);
        int second = needed.get(1) + Math.max(6, (needed.get(1) + 1) / 2);
        assertTrue(spent.get(1) >= second + 6, spent + " evaluations, best after " + needed);
        MemoryRun stopped = composite(2, "stopped");
        for (int most : new int[] {spent.get(0) - 1, spent.get(0) + 4, spent.get(0) + second + 2}) {
            MemoryRun life = stopped;
            life.stoppedWhen(spentNow -> spentNow >= most);
            assertThrows(CancellationException.class, () -> stalling().optimise(life));
            stopped = stopped.again();
        }
        stalling().optimise(stopped);
        assertEquals(whole.outcome(), stopped.outcome());
    }

    private static FrugalGidn stalling() {
        return new FrugalGidn(FrugalMethods.settings(
                FrugalMethods.network(3),
                45,
                Acquisition.Kind.EXPECTED_IMPROVEMENT,
                0.5,
                6,
                true,
                FrugalSettings.KnownPart.ALWAYS));
    }
}
