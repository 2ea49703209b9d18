// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.catalogue;

import java.util.List;

/**
 * Identifiers of the extension points of {@code org.gidn.core}.
 *
 * @since 1.0
 */
public final class Points {
    public static final String EVALUATORS = "org.gidn.core.evaluators";
    public static final String MATERIALS = "org.gidn.core.materials";
    public static final String OPTIMISERS = "org.gidn.core.optimisers";
    public static final String PREDICTORS = "org.gidn.core.predictors";
    public static final String SAMPLERS = "org.gidn.core.samplers";
    public static final String CONSTRAINTS = "org.gidn.core.constraints";
    public static final String EXECUTORS = "org.gidn.core.executors";

    /** Measurements of the product's speed; no part of an experiment. */
    public static final String BENCHMARKS = "org.gidn.core.benchmarks";

    /** All that are part of an experiment, in the order in which they are listed. */
    public static final List<String> ALL =
            List.of(EVALUATORS, MATERIALS, OPTIMISERS, PREDICTORS, SAMPLERS, CONSTRAINTS, EXECUTORS);

    private Points() {}

    /** The last part of an identifier, by which the user knows the point, e.g. {@code evaluators}. */
    public static String shortName(String point) {
        return point.substring(point.lastIndexOf('.') + 1);
    }
}
