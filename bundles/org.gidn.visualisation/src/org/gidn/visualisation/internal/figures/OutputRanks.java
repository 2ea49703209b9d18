// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.statistics.Fit;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/** The ranks that designs have by the first objective against those by each other quantity that was measured. */
public final class OutputRanks implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        List<CandidateSet> sets = results.sets();
        List<Output> outputs = results.run().outputs();
        if (outputs.size() < 2 || sets.isEmpty()) {
            return List.of();
        }
        double[] objective = results.values(sets, 0);
        return IntStream.range(1, outputs.size())
                .mapToObj(i -> plot(results, sets, objective, i))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> plot(RunResults results, List<CandidateSet> sets, double[] objective, int other) {
        double[] measured = results.values(sets, other);
        int[] both = IntStream.range(0, objective.length)
                .filter(i -> !Double.isNaN(objective[i]) && !Double.isNaN(measured[i]))
                .toArray();
        if (both.length < 2) {
            return Optional.empty();
        }
        Output across = results.run().outputs().get(other);
        Output up = results.run().outputs().get(0);
        double[] x = ranks(measured, both, across.goal());
        double[] y = ranks(objective, both, up.goal());
        Series.PointDesigns designs = points -> results.found(
                sets, IntStream.of(points).map(point -> both[point]).toArray());
        String caption = NLS.bind(
                Messages.outputRanksCaption,
                Numbers.whole(both.length),
                Numbers.brief(Fit.of(x, y).spearman()));
        return Optional.of(new Plot(
                NLS.bind(Messages.outputRanksTitle, across.name()),
                caption,
                axis(across, both.length),
                axis(up, both.length),
                List.of(
                        new Series.Scatter(Messages.outputRanksDesigns, Hue.of(0), x, y, Optional.of(designs)),
                        new Series.Identity(Messages.agreementEqual, Hue.INK)),
                true));
    }

    private static Axis axis(Output output, int designs) {
        return Axis.linear(NLS.bind(Messages.outputRanksAxis, output.name()), "")
                .between(0, designs + 1.0);
    }

    /** Ranks from 1 for the best value; for the greatest one of what is only recorded. */
    private static double[] ranks(double[] values, int[] places, Goal goal) {
        double sign = goal == null ? 1 : goal.sign();
        return Statistics.ranks(
                Arrays.stream(places).mapToDouble(i -> -sign * values[i]).toArray());
    }
}
