package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.gidn.core.problem.Objective;
import org.gidn.core.statistics.Fit;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.internal.Numbers;

/** What the predictor expected of the inverse designs against what the evaluator found (Figures S8 and S9 of the paper). */
public final class PredictedValues implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        Objective objective = results.run().objective();
        return Predictions.of(results).stream()
                .<Figure>map(all -> {
                    Fit fit = Fit.of(all.predicted(), all.evaluated());
                    String caption = "What the predictor expected of " + Numbers.whole(fit.size())
                            + " distinct inverse designs, and what the evaluator found; R² = "
                            + Numbers.brief(fit.r2()) + ", mean absolute error " + Numbers.brief(fit.mae()) + ".";
                    return all.plot(objective.name(), objective.unit(), caption);
                })
                .toList();
    }
}
