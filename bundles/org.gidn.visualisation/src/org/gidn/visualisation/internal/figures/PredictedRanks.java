// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.Arrays;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Fit;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/** Which rank the predictor gave to the inverse designs and which they have (Figures S8 and S9 of the paper). */
public final class PredictedRanks implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        Goal goal = results.run().objective().goal();
        return Predictions.of(results).stream()
                .<Figure>map(all -> {
                    Fit fit = Fit.of(all.predicted(), all.evaluated());
                    String caption =
                            NLS.bind(Messages.ranksCaption, Numbers.whole(fit.size()), Numbers.brief(fit.spearman()));
                    return new Predictions(
                                    all.iteration(),
                                    all.figures(),
                                    ranks(all.evaluated(), goal),
                                    ranks(all.predicted(), goal),
                                    all.designs())
                            .plot(Messages.ranksQuantity, "", caption);
                })
                .toList();
    }

    /** Ranks from 1 for the best value. */
    private static double[] ranks(double[] values, Goal goal) {
        return Statistics.ranks(
                Arrays.stream(values).map(value -> -goal.sign() * value).toArray());
    }
}
