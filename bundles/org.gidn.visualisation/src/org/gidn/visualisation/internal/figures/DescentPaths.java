package org.gidn.visualisation.internal.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Csv;

/**
 * The ways of the designer's starts through a space of two variables (Figure S1 of the paper), from a run's file {@code
 * paths-<iteration>.csv} with the columns {@code start,step,x0,x1}. Behind them, the mean value of the samples in each cell
 * of a grid.
 */
public final class DescentPaths implements FigureFactory {
    private static final Pattern FILE = Pattern.compile("paths-(\\d+)\\.csv");
    private static final int SAMPLES_A_CELL = 9;
    private static final int MOST_CELLS_A_SIDE = 60;

    @Override
    public List<Figure> figures(RunResults results) {
        DesignSpace space = results.run().space();
        if (space.kind() != DesignSpace.Kind.CONTINUOUS || space.variables() != 2) {
            return List.of();
        }
        List<Path> files = results.files().stream()
                .filter(file -> FILE.matcher(file.getFileName().toString()).matches())
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (Path file : files) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            int iteration = name.matches() ? Integer.parseInt(name.group(1)) : 0;
            figures.add(plot(results, space, file, RunFigures.title("Descent paths", iteration, files.size())));
        }
        return figures;
    }

    private static Plot plot(RunResults results, DesignSpace space, Path file, String title) {
        List<Series> series = new ArrayList<>();
        Axis colour = RunFigures.objective(results);
        series.add(new Series.HeatMap("samples", landscape(results, space), colour, ColourMap.VIRIDIS, false));
        for (List<double[]> path : paths(file).values()) {
            double[] x = path.stream().mapToDouble(point -> point[0]).toArray();
            double[] y = path.stream().mapToDouble(point -> point[1]).toArray();
            series.add(new Series.Path("", Hue.VERMILION, x, y));
        }
        String caption =
                "The ways of some of the designer's starts; a dot marks where each ended. The colours behind them"
                        + " are the values of the training samples.";
        return new Plot(title, caption, Axis.linear("Variable 1", ""), Axis.linear("Variable 2", ""), series, true);
    }

    private static Map<String, List<double[]>> paths(Path file) {
        Map<String, List<double[]>> paths = new LinkedHashMap<>();
        try {
            for (List<String> row :
                    Csv.read(Files.readString(file)).stream().skip(1).toList()) {
                double[] point = {Double.parseDouble(row.get(2)), Double.parseDouble(row.get(3))};
                paths.computeIfAbsent(row.get(0), start -> new ArrayList<>()).add(point);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    private static Grid landscape(RunResults results, DesignSpace space) {
        DesignBatch designs = results.designs(results.sets(Candidates.SAMPLE));
        double[] values = results.values(results.sets(Candidates.SAMPLE)).values();
        int side = Math.clamp(Math.round(Math.sqrt((double) values.length / SAMPLES_A_CELL)), 1, MOST_CELLS_A_SIDE);
        double[] sums = new double[side * side];
        int[] counts = new int[side * side];
        for (int i = 0; i < values.length; i++) {
            int cell = cell(space, 1, designs.value(i, 1), side) * side + cell(space, 0, designs.value(i, 0), side);
            if (!Double.isNaN(values[i])) {
                sums[cell] += values[i];
                counts[cell]++;
            }
        }
        for (int cell = 0; cell < sums.length; cell++) {
            // A cell without samples stays empty: 0 / 0 is NaN.
            sums[cell] /= counts[cell];
        }
        return new Grid(centres(space, 0, side), centres(space, 1, side), sums);
    }

    private static int cell(DesignSpace space, int variable, double value, int side) {
        double share = (value - space.lower(variable)) / (space.upper(variable) - space.lower(variable));
        return Math.clamp((int) (share * side), 0, side - 1);
    }

    private static double[] centres(DesignSpace space, int variable, int side) {
        double[] centres = new double[side];
        double width = (space.upper(variable) - space.lower(variable)) / side;
        for (int i = 0; i < side; i++) {
            centres[i] = space.lower(variable) + (i + 0.5) * width;
        }
        return centres;
    }
}
