// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.util.List;
import java.util.Optional;
import org.gidn.experiments.project.RunResults.Improvement;

/**
 * A run, how its best value grew, and its front, all that runs are compared by.
 *
 * @param points see {@link RunResults#convergence}
 * @param front nothing if it has one objective only
 * @since 1.0
 */
public record RunCurve(RunRecord run, List<Improvement> points, Optional<RunFront> front) {
    public RunCurve {
        points = List.copyOf(points);
    }

    /** Of one run, whose results are read now. */
    public static RunCurve of(RunResults results) {
        return new RunCurve(results.run(), results.convergence(), RunFront.of(results));
    }
}
