// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series.PointDesigns;
import org.gidn.visualisation.internal.Messages;

/**
 * What the predictor expected of the distinct inverse designs that are shown together, and what the evaluator found.
 *
 * @param iteration from 0; the first of several
 * @param figures how many of them are shown
 * @param evaluated what the evaluator found
 * @param predicted what the predictor expected, as many
 * @param designs the designs themselves
 */
record Predictions(int iteration, int figures, double[] evaluated, double[] predicted, PointDesigns designs) {
    /** Those of all iterations, or of all together where these have few designs, with at least two designs that have both values. */
    static List<Predictions> of(RunResults results) {
        List<List<CandidateSet>> inverse = RunFigures.shownTogether(results);
        List<Predictions> all = new ArrayList<>();
        for (List<CandidateSet> sets : inverse) {
            Values values = results.values(sets);
            int[] both = IntStream.range(0, values.size())
                    .filter(i -> !Double.isNaN(values.values()[i]) && !Double.isNaN(values.predicted()[i]))
                    .toArray();
            if (both.length > 1) {
                all.add(new Predictions(
                        sets.get(0).iteration(),
                        inverse.size(),
                        IntStream.of(both).mapToDouble(i -> values.values()[i]).toArray(),
                        IntStream.of(both)
                                .mapToDouble(i -> values.predicted()[i])
                                .toArray(),
                        points -> results.found(
                                sets,
                                IntStream.of(points).map(point -> both[point]).toArray())));
            }
        }
        return all;
    }

    /** A square plot of both, with the line on which they are equal. */
    Plot plot(String quantity, String unit, String caption) {
        return new AgainstEachOther(Axis.linear(quantity, unit))
                .with(Messages.predictionsInverse, evaluated, predicted, Optional.of(designs))
                .plot(RunFigures.title(NLS.bind(Messages.predictionsTitle, quantity), iteration, figures), caption);
    }
}
