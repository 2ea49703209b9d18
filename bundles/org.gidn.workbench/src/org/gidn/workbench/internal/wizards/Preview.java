// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.editor.ExperimentCheck.Outcome;

/**
 * What an experiment is about, before anything is run.
 *
 * @param problem what is designed
 * @param design one design of it, drawn by chance
 * @param budget the most evaluations; null for as many as the method takes
 * @param seconds what an evaluation takes here; NaN if that cannot be told without starting something
 */
record Preview(Problem problem, DesignBatch design, Long budget, double seconds) {
    private static final long WARM_NANOSECONDS = 50_000_000;
    private static final long MOST_NANOSECONDS = 1_000_000_000;
    private static final double NANOSECONDS = 1e9;

    /** That of a checked experiment; takes up to a second or so. */
    static Preview of(Catalogue catalogue, Outcome checked) {
        Experiment experiment = checked.experiment();
        DesignBatch design = draw(checked.problem().space());
        return new Preview(checked.problem(), design, experiment.budget(), seconds(catalogue, experiment, design));
    }

    /** A design that keeps to all limits. */
    private static DesignBatch draw(DesignSpace space) {
        Relaxation relaxation = new Relaxation(space);
        Decoder decoder = relaxation.decoder();
        float[] inputs = new float[relaxation.inputs()];
        float[] lower = relaxation.lower();
        float[] upper = relaxation.upper();
        var random = new RandomStreams(1).stream(Preview.class.getSimpleName());
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) (lower[i] + random.nextDouble() * (upper[i] - lower[i]));
        }
        double[] values = new double[space.variables()];
        decoder.decode(inputs, 0, values);
        return DesignBatch.ofValues(values.length, values);
    }

    private static double seconds(Catalogue catalogue, Experiment experiment, DesignBatch design) {
        try (Evaluator evaluator = catalogue.sketch(experiment.evaluator(), Evaluator.class)) {
            long begin = System.nanoTime();
            Cancellation late = () -> System.nanoTime() - begin > MOST_NANOSECONDS;
            long shortest = Long.MAX_VALUE;
            // The first ones are slower, as their code is still being compiled.
            while (System.nanoTime() - begin < WARM_NANOSECONDS) {
                long start = System.nanoTime();
                evaluator.evaluate(design, late);
                shortest = Math.min(shortest, System.nanoTime() - start);
            }
            return shortest / NANOSECONDS;
        } catch (RuntimeException | LinkageError e) {
            // One that has to start something, or that takes too long for an estimate.
            return Double.NaN;
        }
    }
}
