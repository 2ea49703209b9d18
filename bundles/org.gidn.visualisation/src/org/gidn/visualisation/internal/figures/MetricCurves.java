// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Metric;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;

/** Whatever else a method has recorded by its steps, such as the fitness of a genetic algorithm's generations. */
public final class MetricCurves implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        List<Figure> figures = new ArrayList<>();
        for (String name : results.metricNames()) {
            TreeMap<Integer, List<Metric>> iterations = byIteration(results.metrics(name));
            boolean curve = iterations.values().stream().anyMatch(metrics -> metrics.size() > 1);
            if (!curve || TrainingLoss.METRICS.contains(name)) {
                continue;
            }
            List<Series> series = new ArrayList<>();
            iterations.forEach((iteration, metrics) -> series.add(
                    line(NLS.bind(Messages.metricsIteration, iteration + 1), Hue.of(iteration), metrics, false)));
            String title = RunFigures.capitalised(name);
            figures.add(new Plot(
                    NLS.bind(Messages.metricsTitle, title),
                    "",
                    Axis.linear(Messages.metricsStep, ""),
                    Axis.linear(title, ""),
                    series));
        }
        return figures;
    }

    static TreeMap<Integer, List<Metric>> byIteration(List<Metric> metrics) {
        TreeMap<Integer, List<Metric>> iterations = new TreeMap<>();
        metrics.forEach(metric -> iterations
                .computeIfAbsent(metric.iteration(), key -> new ArrayList<>())
                .add(metric));
        return iterations;
    }

    static Series.Line line(String name, Hue hue, List<Metric> metrics, boolean dashed) {
        double[] x = metrics.stream().mapToDouble(Metric::step).toArray();
        double[] y = metrics.stream().mapToDouble(Metric::value).toArray();
        return new Series.Line(name, hue, x, y, dashed, metrics.size() < 20);
    }
}
