// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.stiffness;

import java.util.Arrays;
import java.util.List;
import org.gidn.core.pareto.ParetoFront;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;

/** The first two objectives of all designs of a run, with their Pareto front. */
public final class ParetoFigure implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        List<Output> objectives = results.run().outputs();
        if (objectives.size() < 2) {
            return List.of();
        }
        Output across = objectives.get(0);
        Output up = objectives.get(1);
        double[] x = results.values(results.sets(), 0);
        double[] y = results.values(results.sets(), 1);
        int size = Math.min(x.length, y.length);
        double[] xs = Arrays.copyOf(x, size);
        double[] ys = Arrays.copyOf(y, size);
        int[] front = ParetoFront.of(new double[][] {xs, ys}, List.of(across.goal(), up.goal()));
        double[] frontX = Arrays.stream(front).mapToDouble(i -> xs[i]).toArray();
        double[] frontY = Arrays.stream(front).mapToDouble(i -> ys[i]).toArray();
        return List.of(new Plot(
                "Pareto front",
                front.length + " of " + size + " designs that the method asked for are not beaten in both "
                        + across.name() + " and " + up.name() + " by any other.",
                axis(across),
                axis(up),
                List.of(
                        new Series.Scatter("all designs", Hue.GREY, xs, ys),
                        new Series.Line("Pareto front", Hue.VERMILION, frontX, frontY, false, true))));
    }

    private static Axis axis(Output objective) {
        String name = objective.name();
        return Axis.linear(Character.toUpperCase(name.charAt(0)) + name.substring(1), objective.unit());
    }
}
