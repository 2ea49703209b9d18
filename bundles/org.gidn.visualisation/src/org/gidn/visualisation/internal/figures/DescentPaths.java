// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.RunFile;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
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
                .map(file -> plot(
                        results,
                        space,
                        file.path(),
                        RunFigures.title(Messages.pathsTitle, file.number(), files.size())))
                .<Figure>map(Figure.class::cast)
                .toList();
    }

    private static Plot plot(RunResults results, DesignSpace space, Path file, String title) {
        List<Series> series = new ArrayList<>();
        Axis colour = RunFigures.objective(results);
        List<CandidateSet> samples = results.sets(Candidates.SAMPLE);
        Grid landscape = ValueLandscape.of(
                space, results.designs(samples), results.values(samples).values());
        series.add(new Series.HeatMap("samples", landscape, colour, ColourMap.VIRIDIS, false));
        series.add(new Series.Contours("", Hue.GREY, landscape, LEVELS));
        for (List<double[]> path : paths(file).values()) {
            double[] x = path.stream().mapToDouble(point -> point[0]).toArray();
            double[] y = path.stream().mapToDouble(point -> point[1]).toArray();
            series.add(new Series.Path("", Hue.VERMILION, x, y));
        }
        return new Plot(title, Messages.pathsCaption, variable(1), variable(2), series, true);
    }

    private static Axis variable(int number) {
        return Axis.linear(NLS.bind(Messages.pathsVariable, number), "");
    }

    private static Map<String, List<double[]>> paths(Path file) {
        Map<String, List<double[]>> paths = new LinkedHashMap<>();
        Table table = Csv.read(file);
        List<String> starts = table.texts("start");
        double[] x = table.numbers("x0");
        double[] y = table.numbers("x1");
        for (int i = 0; i < table.size(); i++) {
            paths.computeIfAbsent(starts.get(i), start -> new ArrayList<>()).add(new double[] {x[i], y[i]});
        }
        return paths;
    }
}
