// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Metric;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;

/** How the predictor's error falls while it is trained. */
public final class TrainingLoss implements FigureFactory {
    static final List<String> METRICS = List.of("training loss", "test loss");

    @Override
    public List<Figure> figures(RunResults results) {
        List<Metric> training = results.metrics(METRICS.get(0));
        boolean ends = MetricCurves.byIteration(training).size() == training.size() && training.size() > 1;
        return ends ? byIteration(results) : byEpoch(results);
    }

    /** Where only the end of each training is known. */
    private static List<Figure> byIteration(RunResults results) {
        List<Series> series = new ArrayList<>();
        for (String name : METRICS) {
            List<Metric> metrics = results.metrics(name);
            if (!metrics.isEmpty()) {
                series.add(new Series.Line(
                        title(name),
                        Hue.of(series.size()),
                        metrics.stream()
                                .mapToDouble(metric -> metric.iteration() + 1)
                                .toArray(),
                        metrics.stream().mapToDouble(Metric::value).toArray()));
            }
        }
        return List.of(plot(Messages.lossIterationsCaption, Messages.topIteration, series));
    }

    private static String title(String metric) {
        return metric.equals(METRICS.get(0)) ? Messages.lossTraining : Messages.lossTest;
    }

    private static Plot plot(String caption, String x, List<Series> series) {
        return new Plot(
                Messages.lossTitle,
                caption,
                Axis.linear(x, ""),
                Axis.logarithmic(Messages.meanSquaredError, ""),
                series);
    }

    private static List<Figure> byEpoch(RunResults results) {
        List<Series> series = new ArrayList<>();
        for (String name : METRICS) {
            TreeMap<Integer, List<Metric>> iterations = MetricCurves.byIteration(results.metrics(name));
            for (var iteration : iterations.entrySet()) {
                String title = RunFigures.title(title(name), iteration.getKey(), iterations.size());
                // Each iteration has its colour; the dashed line of that colour is the test.
                boolean several = iterations.size() > 1;
                boolean test = !name.equals(METRICS.get(0));
                Hue hue = Hue.of(several ? iteration.getKey() : test ? 1 : 0);
                series.add(MetricCurves.line(title, hue, iteration.getValue(), several && test));
            }
        }
        return series.isEmpty() ? List.of() : List.of(plot(Messages.lossCaption, Messages.lossEpoch, series));
    }
}
