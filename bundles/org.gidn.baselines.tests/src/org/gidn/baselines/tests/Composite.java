// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import java.nio.file.Path;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.design.DesignSpace;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;

/** The paper's composite, evaluated by finite elements. */
final class Composite {
    /** The toughness of the best of all 10,518,300 designs of the 8 by 8 composite with 25 % soft elements. */
    static final double BEST_8_BY_8 = 69.4160;

    private Composite() {}

    static CrackToughness evaluator(int size) {
        CrackedPlate plate = new CrackedPlate(size, size, true, 0.25, 1, 1, 1, 1);
        return new CrackToughness(plate, new TwoPhaseMaterial(10, 1 / 3.0));
    }

    /** A run on the 8 by 8 composite with 25 % soft elements. */
    static MemoryRun run(int threads, Path folder) {
        CrackToughness evaluator = evaluator(8);
        DesignSpace space = evaluator.space().withZeroFraction(0.25);
        return new MemoryRun(evaluator, space, 1, threads, folder);
    }

    static long zeros(String design) {
        return design.chars().filter(c -> c == '0').count();
    }
}
