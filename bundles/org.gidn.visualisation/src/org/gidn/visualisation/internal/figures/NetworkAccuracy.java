// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gidn.core.text.Count;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Metric;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Grid;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/**
 * How well networks of several depths and widths predict (Figure S11 of the paper): for the training and the test samples, a
 * line a depth, and a map of the mean squared error. The metrics have the depth as iteration and the width as step.
 */
public final class NetworkAccuracy implements FigureFactory, StudyFigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        return figures(List.of(results));
    }

    @Override
    public List<Figure> figures(StudyResults study) {
        return figures(
                study.parts().stream().flatMap(part -> part.runs().stream()).toList());
    }

    /** The maps come last: a view shows the last figure first. */
    private static List<Figure> figures(List<RunResults> runs) {
        List<Figure> lines = new ArrayList<>();
        List<Figure> maps = new ArrayList<>();
        for (String name : List.of("training MSE", "test MSE")) {
            TreeMap<Integer, TreeMap<Long, Double>> errors = new TreeMap<>();
            // Other methods record the errors of their predictor under these names, by iteration and at step 0.
            runs.stream()
                    .flatMap(run -> run.metrics(name).stream())
                    .filter(metric -> metric.step() > 0)
                    .forEach(metric -> put(errors, metric));
            if (!errors.isEmpty()) {
                boolean test = name.startsWith("test");
                lines.add(lines(errors, test ? Messages.networksTestByWidth : Messages.networksTrainingByWidth));
                maps.add(map(errors, test ? Messages.networksTest : Messages.networksTraining));
            }
        }
        lines.addAll(maps);
        return lines;
    }

    private static void put(TreeMap<Integer, TreeMap<Long, Double>> errors, Metric metric) {
        errors.computeIfAbsent(metric.iteration(), layers -> new TreeMap<>()).put(metric.step(), metric.value());
    }

    private static List<Long> widths(TreeMap<Integer, TreeMap<Long, Double>> errors) {
        TreeSet<Long> all = new TreeSet<>();
        errors.values().forEach(row -> all.addAll(row.keySet()));
        return List.copyOf(all);
    }

    private static Axis axis(List<Long> widths) {
        return Axis.categories(
                Messages.networksNeurons, widths.stream().map(String::valueOf).toList());
    }

    private static Plot map(TreeMap<Integer, TreeMap<Long, Double>> errors, String title) {
        List<Integer> depths = List.copyOf(errors.keySet());
        List<Long> widths = widths(errors);
        double[] values = new double[depths.size() * widths.size()];
        for (int j = 0; j < depths.size(); j++) {
            for (int i = 0; i < widths.size(); i++) {
                values[j * widths.size() + i] = errors.get(depths.get(j)).getOrDefault(widths.get(i), Double.NaN);
            }
        }
        Grid grid = new Grid(places(widths.size()), places(depths.size()), values);
        return new Plot(
                title,
                Messages.networksMapCaption,
                axis(widths),
                Axis.categories(
                        Messages.networksLayers,
                        depths.stream().map(String::valueOf).toList()),
                List.of(new Series.HeatMap(
                        "error", grid, Axis.logarithmic(Messages.meanSquaredError, ""), ColourMap.VIRIDIS, true)));
    }

    private static double[] places(int count) {
        double[] places = new double[count];
        Arrays.setAll(places, i -> i);
        return places;
    }

    private static Plot lines(TreeMap<Integer, TreeMap<Long, Double>> errors, String title) {
        List<Long> widths = widths(errors);
        List<Series> series = new ArrayList<>();
        errors.forEach((layers, row) -> series.add(new Series.Line(
                Count.of(layers, "layer"),
                Hue.of(series.size()),
                places(widths.size()),
                widths.stream()
                        .mapToDouble(width -> row.getOrDefault(width, Double.NaN))
                        .toArray(),
                false,
                true)));
        return new Plot(
                title, Messages.networksLinesCaption, axis(widths), Axis.linear(Messages.meanSquaredError, ""), series);
    }
}
