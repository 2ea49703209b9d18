// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.problem.Output;
import org.gidn.core.statistics.Fit;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/** What the predictor expected of the inverse designs against what the evaluator found (Figures S8 and S9 of the paper). */
public final class PredictedValues implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        Output objective = results.run().objective();
        return Predictions.of(results).stream()
                .<Figure>map(all -> {
                    Fit fit = Fit.of(all.predicted(), all.evaluated());
                    String caption = NLS.bind(Messages.predictionsCaption, new Object[] {
                        Numbers.whole(fit.size()), Numbers.brief(fit.r2()), Numbers.brief(fit.mae())
                    });
                    return all.plot(objective.name(), objective.unit(), caption);
                })
                .toList();
    }
}
