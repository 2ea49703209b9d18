// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.gidn.experiments.Sweep;

/** Files of sweeps. */
final class SweepReading implements Reading {
    private final Scratch scratch = new Scratch();

    @Override
    public List<byte[]> seeds() {
        return Texts.seeds(
                "experiment: composite-8x8\nseeds: 1..2\nsettings:\n  budget: [40]\n  optimiser.evaluated: [5, 10]\n",
                "seeds: [3, 7]\nlist:\n  - {volumeFraction: 0.125}\n  - {volumeFraction: 0.25}\n",
                "random:\n  count: 3\n  seed: 2\n  settings:\n    optimiser.starts: 20..60\n"
                        + "    optimiser.learningRate: 0.001..0.01 log\n    title: [a, b]\n");
    }

    @Override
    public void read(byte[] input) throws IOException {
        List<Map<String, String>> variants =
                Sweep.read(scratch.file("sweep.yaml", input)).variants();
        Promise.kept(!variants.isEmpty() && variants.size() <= Sweep.MOST, variants.size() + " runs");
        Promise.equal(variants.size(), new HashSet<>(variants).size());
    }
}
