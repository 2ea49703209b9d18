// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.design.DesignTable;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Candidates;
import org.gidn.core.statistics.Statistics;
import org.gidn.core.text.Csv;
import org.gidn.core.text.Table;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.ResultColumns;

/**
 * Designs with values that were found elsewhere, as a run keeps them. A design that stands several times in one set was
 * measured as often: the set gets the mean, the metrics get the spread, and the single values are kept apart.
 */
final class ImportedDesigns {
    private final Problem problem;
    private final Table table;
    private final DesignBatch designs;
    /** A value a row for each output; null for a spread that follows from the rows of a design. */
    private final double[][] values;
    /** Of which output each is the spread, −1 for those that the table has itself. */
    private final int[] spreadOf;

    private final double[] predicted;
    private final int[] counts;
    /** The rows of each design of each set, both in the order of their first appearance. */
    private final Map<Place, Map<Integer, List<Integer>>> sets = new LinkedHashMap<>();

    /** A set of a run. */
    private record Place(String source, int iteration) {}

    /**
     * Reads a table.
     *
     * @throws InvalidInputException if it does not fit the problem; names the line
     */
    ImportedDesigns(Problem problem, DesignTable designTable, boolean keepOutside) {
        this.problem = problem;
        this.table = designTable.table();
        this.designs = keepOutside
                ? designTable.designs(problem.space())
                : designTable.within(problem.space(), Messages.importedOutside);
        this.spreadOf = problem.outputs().stream().mapToInt(this::spreadOf).toArray();
        this.values = new double[spreadOf.length][];
        for (int output = 0; output < values.length; output++) {
            values[output] = spreadOf[output] >= 0
                    ? null
                    : table.numbersOrNaN(ResultColumns.of(problem.outputs().get(output)));
        }
        ResultColumns.further(table, problem.space(), problem.outputs());
        this.predicted = table.has(ResultColumns.PREDICTED) ? table.numbersOrNaN(ResultColumns.PREDICTED) : null;
        this.counts = whole(ResultColumns.COUNT, 1);
        int[] iterations = whole(ResultColumns.ITERATION, 0);
        List<String> sources = texts(ResultColumns.SOURCE);
        DesignIndex index = new DesignIndex();
        for (int row = 0; row < designs.size(); row++) {
            String source = sources.get(row).isEmpty() ? Candidates.SAMPLE : sources.get(row);
            Place place =
                    new Place(problem.space().contains(designs, row) ? source : Candidates.OUTSIDE, iterations[row]);
            // Single measurements stay as they are.
            int design = source.equals(Candidates.MEASUREMENT) ? -1 - row : index.add(designs, row);
            sets.computeIfAbsent(place, key -> new LinkedHashMap<>())
                    .computeIfAbsent(design, key -> new ArrayList<>())
                    .add(row);
        }
        sets.forEach((place, each) -> each.values().forEach(rows -> requireSpread(place, rows)));
        setApart();
    }

    /** The output whose spread another one is that the table does not have; −1 if it has it, or it is none. */
    private int spreadOf(Output output) {
        List<String> names = problem.outputs().stream().map(Output::name).toList();
        return table.has(ResultColumns.of(output)) || !output.name().endsWith(Replicates.SPREAD)
                ? -1
                : names.indexOf(output.name().substring(0, output.name().length() - Replicates.SPREAD.length()));
    }

    private void requireSpread(Place place, List<Integer> rows) {
        for (int of : spreadOf) {
            if (of >= 0 && !place.source().equals(Candidates.MEASUREMENT) && known(values[of], rows).length == 1) {
                throw new InvalidInputException(NLS.bind(
                        Messages.importOnce,
                        table.place(rows.get(0)),
                        problem.outputs().get(of).name()));
            }
        }
    }

    /** Designs of which the mean misses a bound, or that break a rule, are no solutions. */
    private void setApart() {
        for (Place place : List.copyOf(sets.keySet())) {
            if (Candidates.apart(place.source()) || problem.limitsOnly()) {
                continue;
            }
            Map<Integer, List<Integer>> apart = new LinkedHashMap<>();
            sets.get(place).forEach((design, rows) -> {
                if (problem.objection(designs, rows.get(0), means(rows)).isPresent()) {
                    apart.put(design, rows);
                }
            });
            sets.get(place).keySet().removeAll(apart.keySet());
            if (sets.get(place).isEmpty()) {
                sets.remove(place);
            }
            if (!apart.isEmpty()) {
                sets.computeIfAbsent(new Place(Candidates.OUTSIDE, place.iteration()), key -> new LinkedHashMap<>())
                        .putAll(apart);
            }
        }
    }

    private List<String> texts(String column) {
        return table.has(column) ? table.texts(column) : Collections.nCopies(table.size(), "");
    }

    private int[] whole(String column, int least) {
        int[] numbers = new int[table.size()];
        double[] given = table.has(column) ? table.numbersOrNaN(column) : new double[0];
        for (int row = 0; row < numbers.length; row++) {
            double number = row < given.length && !Double.isNaN(given[row]) ? given[row] : least;
            if (number < least || number > Integer.MAX_VALUE || number != Math.rint(number)) {
                throw new InvalidInputException(NLS.bind(
                        Messages.importNumber, new Object[] {table.place(row), Csv.number(number), column, least}));
            }
            numbers[row] = (int) number;
        }
        return numbers;
    }

    /** Stores all of it; returns the best value of the first objective, NaN if there is none. */
    double store(StoreWriter store) {
        Goal goal = problem.objective().goal();
        double best = Double.NaN;
        for (Map.Entry<Place, Map<Integer, List<Integer>>> set : sets.entrySet()) {
            Place place = set.getKey();
            List<List<Integer>> rows = List.copyOf(set.getValue().values());
            Candidates candidates = candidates(place, rows);
            for (int i = 0; i < rows.size(); i++) {
                double[] means = means(rows.get(i));
                store.add(candidates, i, row(means, rows.get(i)));
                if (!Candidates.apart(place.source()) && goal.better(means[0], best)) {
                    best = means[0];
                }
                if (rows.get(i).size() > 1) {
                    keepSingle(store, place, i, rows.get(i));
                }
            }
        }
        return best;
    }

    private Candidates candidates(Place place, List<List<Integer>> rows) {
        int[] first = rows.stream().mapToInt(of -> of.get(0)).toArray();
        return new Candidates(
                designs.select(first),
                place.source(),
                place.iteration(),
                predicted == null
                        ? null
                        : Arrays.stream(first)
                                .mapToDouble(row -> predicted[row])
                                .toArray(),
                rows.stream()
                        .mapToInt(of -> of.stream().mapToInt(row -> counts[row]).sum())
                        .toArray());
    }

    private StoreWriter.Row row(double[] means, List<Integer> rows) {
        String failure = null;
        if (IntStream.range(0, means.length).anyMatch(output -> spreadOf[output] < 0 && Double.isNaN(means[output]))) {
            String given = texts(ResultColumns.FAILURE).get(rows.get(0));
            failure = given.isEmpty() ? Messages.importNoValue : given;
        }
        return new StoreWriter.Row(means, null, failure, rows.get(rows.size() - 1) + 1L);
    }

    private double[] means(List<Integer> rows) {
        return IntStream.range(0, values.length)
                .mapToDouble(output -> spreadOf[output] < 0
                        ? Statistics.mean(known(values[output], rows))
                        : spread(known(values[spreadOf[output]], rows)))
                .toArray();
    }

    /** The sample standard deviation (n − 1); NaN of less than two values. */
    private static double spread(double[] known) {
        return known.length < 2
                ? Double.NaN
                : Statistics.standardDeviation(known) * Math.sqrt(known.length / (known.length - 1.0));
    }

    /** The values that some rows have. */
    private static double[] known(double[] objective, List<Integer> rows) {
        return rows.stream()
                .mapToDouble(row -> objective[row])
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    /** Keeps the single values of a design of a set, and how far they lie apart. */
    private void keepSingle(StoreWriter store, Place place, int position, List<Integer> rows) {
        for (int i = 0; i < rows.size(); i++) {
            List<Integer> one = rows.subList(i, i + 1);
            store.add(candidates(new Place(Candidates.MEASUREMENT, i), List.of(one)), 0, row(means(one), one));
        }
        for (int objective = 0; objective < values.length; objective++) {
            if (spreadOf[objective] >= 0) {
                continue;
            }
            store.metric(
                    NLS.bind(
                            Messages.importSpread,
                            problem.outputs().get(objective).name(),
                            place.source()),
                    place.iteration(),
                    position,
                    spread(known(values[objective], rows)));
        }
    }
}
