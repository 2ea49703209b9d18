// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Improvement;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.FrontTable;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;

/** The hypervolume of all that a run of several objectives has found against the evaluations spent. */
public final class HypervolumeCurve implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        List<Improvement> growth = RunFront.growth(results);
        if (growth.size() < 2) {
            return List.of();
        }
        double[] x = growth.stream().mapToDouble(Improvement::evaluations).toArray();
        double[] y = growth.stream().mapToDouble(Improvement::best).toArray();
        String point = FrontTable.point(RunFront.of(results).orElseThrow().reference());
        return List.of(new Plot(
                Messages.hypervolumeTitle,
                NLS.bind(Messages.hypervolumeCaption, point),
                Axis.logarithmic(Messages.convergenceEvaluations, ""),
                Axis.linear(Messages.hypervolume, ""),
                List.of(new Series.Line(Messages.hypervolume, Hue.BLUE, x, y))));
    }
}
