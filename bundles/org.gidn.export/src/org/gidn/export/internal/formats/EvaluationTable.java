// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.internal.formats;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.DesignText;
import org.gidn.core.problem.Output;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.ResultColumns;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;

/**
 * All evaluations of a run as rows, those that are kept apart at the end: {@code source, iteration}, the design, {@code
 * predicted}, a column for each objective, {@code count} and {@code failure}; of a run whose designs are measured by people also
 * {@code specimens}, and where a design has several the spread of each output over them.
 */
final class EvaluationTable {
    private final RunResults results;
    private final boolean variables;
    private final DesignSpace space;
    private final List<Output> objectives;
    private final Map<String, List<Measurement>> specimens;
    private final boolean spreads;

    /**
     * @param variables whether a design is a column for each variable, {@code x1}, {@code x2} and so on, instead of one text;
     *     labels stand there by their names, phases by their numbers
     */
    EvaluationTable(RunResults results, boolean variables) {
        this.results = results;
        this.variables = variables;
        RunRecord run = results.run();
        this.space = run.space();
        this.objectives = run.outputs();
        this.specimens = results.measured();
        List<String> names = objectives.stream().map(ResultColumns::of).toList();
        this.spreads = specimens.values().stream().anyMatch(measured -> measured.size() > 1)
                && objectives.stream().map(ResultColumns::spread).noneMatch(names::contains);
    }

    /** What is done with one row: texts, numbers (NaN where there is none) and counts, as many as there are columns. */
    @FunctionalInterface
    interface Row {
        void write(List<Object> cells) throws IOException;
    }

    /** All sets of a run, those that are kept apart at the end. */
    static List<CandidateSet> sets(RunResults results) {
        return Stream.concat(results.sets().stream(), results.setsApart().stream())
                .toList();
    }

    /** The names of the columns. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(ResultColumns.SOURCE, ResultColumns.ITERATION));
        if (variables) {
            columns.addAll(DesignTable.columns(IntStream.range(0, space.variables())
                    .mapToObj(space::variableName)
                    .toList()));
        } else {
            columns.add(ResultColumns.DESIGN);
        }
        columns.add(ResultColumns.PREDICTED);
        objectives.forEach(objective -> columns.add(ResultColumns.of(objective)));
        columns.addAll(List.of(ResultColumns.COUNT, ResultColumns.FAILURE));
        columns.addAll(specimens.isEmpty() ? List.of() : List.of(ResultColumns.SPECIMENS));
        if (spreads) {
            objectives.forEach(objective -> columns.add(ResultColumns.spread(objective)));
        }
        return columns;
    }

    /** Goes through all rows, set by set, so that a run of millions need not be in memory at once. */
    void forEach(Row row) throws IOException {
        for (CandidateSet set : sets(results)) {
            Values values = results.values(List.of(set));
            DesignBatch designs = results.designs(List.of(set));
            Map<Integer, String> failures = results.failures(List.of(set));
            double[][] all = new double[objectives.size()][];
            for (int objective = 0; objective < all.length; objective++) {
                all[objective] = results.values(List.of(set), objective);
            }
            for (int i = 0; i < values.size(); i++) {
                List<Object> cells = new ArrayList<>(List.of(set.source(), set.iteration()));
                addDesign(cells, designs, i);
                cells.add(values.predicted()[i]);
                for (double[] objective : all) {
                    cells.add(objective[i]);
                }
                cells.add(values.counts()[i]);
                cells.add(failures.getOrDefault(i, ""));
                addSpecimens(cells, designs, i);
                row.write(cells);
            }
        }
    }

    private void addSpecimens(List<Object> cells, DesignBatch designs, int design) {
        if (specimens.isEmpty()) {
            return;
        }
        List<Measurement> measured = specimens.getOrDefault(DesignText.format(space, designs, design), List.of());
        cells.add(measured.size());
        for (int output = 0; spreads && output < objectives.size(); output++) {
            cells.add(measured.isEmpty() ? Double.NaN : Measurement.spreads(measured)[output]);
        }
    }

    private void addDesign(List<Object> cells, DesignBatch designs, int design) {
        if (!variables) {
            cells.add(DesignText.format(space, designs, design));
            return;
        }
        for (int j = 0; j < designs.variables(); j++) {
            double value = designs.value(design, j);
            cells.add(space.blockOf(j).kind() == Block.Kind.CATEGORICAL ? space.shown(j, value) : value);
        }
    }
}
