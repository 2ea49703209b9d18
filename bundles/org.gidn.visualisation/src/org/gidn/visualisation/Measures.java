// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Metric;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * The numbers that a run has recorded once an iteration, such as the errors of its predictor, for the report and the
 * terminal; of very many iterations the last. A metric that was recorded step by step is a curve and none of them.
 *
 * @param iterations names of the columns, one an iteration
 * @param rows one a metric, in alphabetical order
 * @since 1.0
 */
public record Measures(List<String> iterations, List<Row> rows) {
    /**
     * One metric.
     *
     * @param values one an iteration; NaN where it was not recorded
     */
    public record Row(String name, double[] values) {
        private Row from(int iteration) {
            return new Row(name, Arrays.copyOfRange(values, Math.min(iteration, values.length), values.length));
        }
    }

    /** So many columns can be read side by side. */
    private static final int MOST = 8;

    public Measures {
        iterations = List.copyOf(iterations);
        rows = List.copyOf(rows);
    }

    /** The measures of a run; no rows if there are none. */
    public static Measures of(RunResults results) {
        List<Row> rows = new ArrayList<>();
        int iterations = 0;
        for (String name : results.metricNames()) {
            List<Metric> metrics = results.metrics(name);
            if (metrics.stream().allMatch(metric -> metric.step() == 0)) {
                double[] values = new double[metrics.get(metrics.size() - 1).iteration() + 1];
                Arrays.fill(values, Double.NaN);
                metrics.forEach(metric -> values[metric.iteration()] = metric.value());
                rows.add(new Row(name, values));
                iterations = Math.max(iterations, values.length);
            }
        }
        int first = Math.max(0, iterations - MOST);
        List<String> columns = new ArrayList<>();
        for (int i = first + 1; i <= iterations; i++) {
            columns.add(iterations == 1 ? "" : NLS.bind(Messages.measureIteration, i));
        }
        return new Measures(columns, rows.stream().map(row -> row.from(first)).toList());
    }

    /** The cells of the table: a row begins with the metric's name, numbers are in a short form. */
    public List<List<String>> cells() {
        List<List<String>> table = new ArrayList<>();
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            for (int i = 0; i < iterations.size(); i++) {
                double value = i < row.values().length ? row.values()[i] : Double.NaN;
                cells.add(Double.isNaN(value) ? "" : Numbers.brief(value));
            }
            table.add(cells);
        }
        return table;
    }
}
