// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.RunFront;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.FrontTable;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Series.PointDesigns;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * The Pareto front of a run of several objectives among all its designs, in a plot for each pair of objectives, after the
 * pictures of some designs along it.
 */
public final class FrontFigure implements FigureFactory {
    private static final int PICTURES = 10;

    @Override
    public List<Figure> figures(RunResults results) {
        return RunFront.of(results).map(front -> figures(results, front)).orElse(List.of());
    }

    private static List<Figure> figures(RunResults results, RunFront front) {
        List<FoundDesign> designs = front.designs(results);
        List<Figure> figures = new ArrayList<>();
        if (DesignPicture.suits(results.run().space())) {
            figures.add(pictures(results, front, designs));
        }
        double[][] all = IntStream.range(0, front.objectives().size())
                .mapToObj(objective -> results.values(front.sets(), objective))
                .toArray(double[][]::new);
        for (int up = 1; up < all.length; up++) {
            for (int across = 0; across < up; across++) {
                figures.add(plot(front, designs, all, across, up, points -> results.found(front.sets(), points)));
            }
        }
        return figures;
    }

    private static Figure pictures(RunResults results, RunFront front, List<FoundDesign> designs) {
        DesignPicture picture = new DesignPicture(results.run().space());
        int[] shown = FrontTable.spread(front.size(), PICTURES);
        List<String> labels = IntStream.of(shown)
                .mapToObj(i -> Arrays.stream(front.values())
                        .map(column -> Numbers.brief(column[i]))
                        .collect(Collectors.joining("\n")))
                .toList();
        DesignBatch batch = DesignBatch.join(
                IntStream.of(shown).mapToObj(i -> designs.get(i).designs()).toList());
        String names = front.objectives().stream().map(Output::name).collect(Collectors.joining(", "));
        String caption = picture.caption(NLS.bind(
                Messages.frontPicturesCaption, front.objectives().get(0).name(), names));
        return new DesignGrid(Messages.frontPicturesTitle, caption, picture, batch, labels);
    }

    private static Plot plot(
            RunFront front, List<FoundDesign> designs, double[][] all, int across, int up, PointDesigns any) {
        double[] x = front.values()[across];
        double[] y = front.values()[up];
        List<Series> series = new ArrayList<>();
        series.add(new Series.Scatter(Messages.frontAll, Hue.GREY, all[across], all[up], Optional.of(any)));
        if (all.length == 2) {
            series.add(stairs(x, y));
        }
        series.add(new Series.Designs(Messages.frontTitle, Hue.VERMILION, x, y, designs));
        Output first = front.objectives().get(across);
        Output second = front.objectives().get(up);
        String title = all.length == 2
                ? Messages.frontTitle
                : NLS.bind(Messages.frontPairTitle, new Object[] {Messages.frontTitle, second.name(), first.name()});
        return new Plot(title, caption(front, all[0].length), axis(first), axis(second), series);
    }

    /** The border of what the front dominates: from one design to the next through what is worse of both. */
    private static Series.Line stairs(double[] x, double[] y) {
        double[] xs = new double[2 * x.length - 1];
        double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x[(i + 1) / 2];
            ys[i] = y[i / 2];
        }
        return new Series.Line("", Hue.VERMILION, xs, ys);
    }

    private static String caption(RunFront front, int designs) {
        return NLS.bind(Messages.frontCaption, new Object[] {
            Numbers.whole(front.size()),
            Numbers.whole(designs),
            FrontTable.volume(front.hypervolume()),
            FrontTable.point(front.reference())
        });
    }

    private static Axis axis(Output objective) {
        return Axis.linear(RunFigures.capitalised(objective.name()), objective.unit());
    }
}
