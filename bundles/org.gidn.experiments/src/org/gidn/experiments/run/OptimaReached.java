// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.problem.Goal;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;

/** Tells which known optima the inverse designs of an iteration reached; see {@link KnownOptima} for the metrics. */
final class OptimaReached {
    private final double[][] optima;
    private final double nearness;

    OptimaReached(KnownOptima evaluator) {
        optima = evaluator.optima();
        nearness = evaluator.nearness();
    }

    void tell(RunContext run, Candidates found, Evaluations results) {
        double[] shares = shares(found);
        for (int optimum = 0; optimum < shares.length; optimum++) {
            run.metric("share near optimum " + (optimum + 1), found.iteration(), 0, shares[optimum]);
        }
        int best = best(results.values(0), run.problem().objective().goal());
        if (best >= 0) {
            run.metric("best to optimum", found.iteration(), 0, distance(found.designs(), best, optima[0]));
        }
    }

    /** The share of the starts, 0 … 1, that ended near each optimum. */
    private double[] shares(Candidates found) {
        double[] shares = new double[optima.length];
        for (int i = 0; i < found.designs().size(); i++) {
            for (int optimum = 0; optimum < shares.length; optimum++) {
                if (distance(found.designs(), i, optima[optimum]) <= nearness) {
                    shares[optimum] += (double) found.count(i) / found.total();
                }
            }
        }
        return shares;
    }

    private static int best(double[] values, Goal goal) {
        int best = -1;
        for (int i = 0; i < values.length; i++) {
            if (goal.better(values[i], best < 0 ? Double.NaN : values[best])) {
                best = i;
            }
        }
        return best;
    }

    private static double distance(DesignBatch designs, int design, double[] point) {
        double squares = 0;
        for (int j = 0; j < point.length; j++) {
            double difference = designs.value(design, j) - point[j];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
