// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.curves.StepCurve;

/** The best value found against the evaluations spent. */
public final class Convergence implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        List<Improvement> improvements = results.convergence();
        if (improvements.size() < 2) {
            return List.of();
        }
        Output objective = results.run().objective();
        String best = NLS.bind(Messages.convergenceBest, objective.name());
        return List.of(new Plot(
                NLS.bind(Messages.convergenceTitle, objective.name()),
                NLS.bind(Messages.convergenceCaption, objective.name()),
                Axis.logarithmic(Messages.convergenceEvaluations, ""),
                Axis.linear(best, objective.unit()),
                List.of(StepCurve.of(best, Hue.BLUE, improvements, false))));
    }
}
