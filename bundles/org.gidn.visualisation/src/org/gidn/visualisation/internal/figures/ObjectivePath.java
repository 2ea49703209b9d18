// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.Extent;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/**
 * The way of a method through a space of two variables over the contours of the objective, in the whole space and close to
 * the path (Figure S1 of the paper).
 */
public final class ObjectivePath implements StudyFigureFactory {
    private static final int SIDE = 161;
    private static final int LEVELS = 24;

    @Override
    public List<Figure> figures(StudyResults study) {
        RunResults results = study.parts().get(0).runs().get(0);
        DesignSpace space = results.run().space();
        if (!space.continuous() || space.variables() != 2) {
            return List.of();
        }
        DesignBatch path = results.designs(results.sets());
        double[] x = column(path, 0);
        double[] y = column(path, 1);
        int last = x.length - 1;
        String caption = NLS.bind(Messages.descentCaption, Numbers.brief(x[last]), Numbers.brief(y[last]));
        try (Evaluator evaluator = study.catalogue()
                .create(
                        new ExperimentReader(study.catalogue())
                                .read(results.run())
                                .evaluator(),
                        Evaluator.class)) {
            double[] whole = {space.lower(0), space.upper(0), space.lower(1), space.upper(1)};
            return List.of(
                    plot(Messages.descentTitle, caption, landscape(evaluator, whole), results, x, y),
                    plot(Messages.descentTitleClose, caption, landscape(evaluator, around(x, y)), results, x, y));
        }
    }

    private static double[] column(DesignBatch designs, int variable) {
        double[] values = new double[designs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = designs.value(i, variable);
        }
        return values;
    }

    /** A square around the path, with as much room on each side as the path is long. */
    private static double[] around(double[] x, double[] y) {
        Extent across = new Extent(false);
        Extent up = new Extent(false);
        across.add(x);
        up.add(y);
        double half = Math.max(across.greatest() - across.least(), up.greatest() - up.least());
        double middleX = (across.least() + across.greatest()) / 2;
        double middleY = (up.least() + up.greatest()) / 2;
        return new double[] {middleX - half, middleX + half, middleY - half, middleY + half};
    }

    private static Grid landscape(Evaluator evaluator, double[] range) {
        double[] x = new double[SIDE];
        double[] y = new double[SIDE];
        for (int i = 0; i < SIDE; i++) {
            x[i] = range[0] + (range[1] - range[0]) * i / (SIDE - 1);
            y[i] = range[2] + (range[3] - range[2]) * i / (SIDE - 1);
        }
        double[] places = new double[2 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            places[2 * i] = x[i % SIDE];
            places[2 * i + 1] = y[i / SIDE];
        }
        return new Grid(
                x,
                y,
                evaluator
                        .evaluate(DesignBatch.ofValues(2, places), Cancellation.NONE)
                        .values(0));
    }

    private static Plot plot(String title, String caption, Grid grid, RunResults results, double[] x, double[] y) {
        Axis colour = RunFigures.objective(results);
        int last = x.length - 1;
        return new Plot(
                title,
                caption,
                Axis.linear("x", ""),
                Axis.linear("y", ""),
                List.of(
                        new Series.HeatMap("objective", grid, colour, ColourMap.VIRIDIS, false),
                        new Series.Contours("", Hue.GREY, grid, LEVELS),
                        new Series.Line(Messages.descentPath, Hue.VERMILION, x, y),
                        new Series.Scatter(Messages.descentStart, Hue.INK, new double[] {x[0]}, new double[] {y[0]}),
                        new Series.Scatter(
                                Messages.descentEnd, Hue.VERMILION, new double[] {x[last]}, new double[] {y[last]})),
                true);
    }
}
