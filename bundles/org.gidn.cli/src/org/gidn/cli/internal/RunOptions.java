// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import org.gidn.experiments.Overrides;
import picocli.CommandLine.Option;

/** The options of all commands that run experiments. */
final class RunOptions {
    @Option(names = "--scale", paramLabel = "NAME", description = "How large it is made, such as quick or paper.")
    private String scale;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Changes the seed, the source of all chance; where there are several runs, that of the first.")
    private Long seed;

    /** The scale; null if none was given. */
    String scale() {
        return scale;
    }

    /** The seed; null if none was given. */
    Long seed() {
        return seed;
    }

    /** The same changes with the scale and the seed. */
    Overrides applied(Overrides overrides) {
        Overrides seeded = seed == null ? overrides : overrides.with("seed", seed.toString());
        return scale == null ? seeded : seeded.at(scale);
    }
}
