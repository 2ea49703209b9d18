// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.curves;

import java.util.List;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Series;

/** The best value found so far, as steps. */
public final class StepCurve {
    private StepCurve() {}

    /** Between two improvements the best value stays. */
    public static Series.Line of(String name, Hue hue, List<Improvement> improvements, boolean dashed) {
        int points = 2 * improvements.size() - 1;
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = improvements.get((i + 1) / 2).evaluations();
            y[i] = improvements.get(i / 2).best();
        }
        return new Series.Line(name, hue, x, y, dashed, false);
    }
}
