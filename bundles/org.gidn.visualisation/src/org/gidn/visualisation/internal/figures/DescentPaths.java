// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.RunFile;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.DesignPath;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;

/**
 * The ways of the designer's starts through a space of two variables (Figure S1 of the paper), from a run's files of the kind {@link
 * Artefact#PATHS} with the columns {@code start,step,x0,x1}. Behind them, contours of
 * the samples' values.
 */
public final class DescentPaths implements FigureFactory {
    private static final int LEVELS = 16;

    @Override
    public List<Figure> figures(RunResults results) {
        DesignSpace space = results.run().space();
        if (!space.continuous() || space.variables() != 2) {
            return List.of();
        }
        List<RunFile> files = results.artefacts(Artefact.PATHS);
        return files.stream()
                .map(file ->
                        plot(results, space, file, RunFigures.title(Messages.pathsTitle, file.number(), files.size())))
                .<Figure>map(Figure.class::cast)
                .toList();
    }

    private static Plot plot(RunResults results, DesignSpace space, RunFile file, String title) {
        List<Series> series = new ArrayList<>();
        Axis colour = RunFigures.objective(results);
        List<CandidateSet> samples = results.sets(Candidates.SAMPLE);
        Grid landscape = ValueLandscape.of(
                space, results.designs(samples), results.values(samples).values());
        series.add(new Series.HeatMap("samples", landscape, colour, ColourMap.VIRIDIS, false));
        series.add(new Series.Contours("", Hue.GREY, landscape, LEVELS));
        for (DesignPath path : DesignPath.read(file, space.variables())) {
            double[] x =
                    Arrays.stream(path.steps()).mapToDouble(point -> point[0]).toArray();
            double[] y =
                    Arrays.stream(path.steps()).mapToDouble(point -> point[1]).toArray();
            series.add(new Series.Path("", Hue.VERMILION, x, y));
        }
        return new Plot(title, Messages.pathsCaption, variable(1), variable(2), series, true);
    }

    private static Axis variable(int number) {
        return Axis.linear(NLS.bind(Messages.pathsVariable, number), "");
    }
}
