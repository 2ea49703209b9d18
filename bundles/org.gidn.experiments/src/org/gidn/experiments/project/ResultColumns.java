// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.problem.Output;
import org.gidn.core.text.Table;

/**
 * What the columns are called in which evaluations are exported and imported; beside them stand the design and a column for
 * each objective.
 *
 * @since 1.0
 */
public final class ResultColumns {
    /** Where a design comes from, e.g. {@code sample}. */
    public static final String SOURCE = "source";
    /** The method's iteration, from 0. */
    public static final String ITERATION = "iteration";
    /** The design as text. */
    public static final String DESIGN = "design";
    /** What a predictor expected of the first objective; empty if nothing. */
    public static final String PREDICTED = "predicted";
    /** How often the design was found. */
    public static final String COUNT = "count";
    /** Why there is no value; empty if there is one. */
    public static final String FAILURE = "failure";
    /** How many specimens of a design people have measured; 0 if it was computed. */
    public static final String SPECIMENS = "specimens";
    /** The number under which a design was asked for. */
    public static final String ID = "id";
    /** What people noted of a specimen. */
    public static final String REMARK = "remark";
    /** Who measured a specimen. */
    public static final String WHO = "who";

    private static final Set<String> OTHERS =
            Set.of(SOURCE, ITERATION, DESIGN, PREDICTED, COUNT, FAILURE, SPECIMENS, ID, REMARK, WHO);

    private ResultColumns() {}

    /**
     * The columns of a table that are none of these, of a design's or of an output's, so that nobody reads them.
     *
     * @throws org.gidn.core.InvalidInputException if one is probably one of these, misspelt
     */
    public static List<String> further(Table table, DesignSpace space, List<Output> outputs) {
        List<String> known = new ArrayList<>(OTHERS);
        outputs.forEach(output -> known.add(of(output)));
        if (table.has(SPECIMENS)) {
            // An export has them beside.
            outputs.forEach(output -> known.add(spread(output)));
        }
        DesignTable.columns(space).stream().filter(table::has).forEach(known::add);
        return table.further(known);
    }

    /** The column of an objective: its name, if no other column has it. */
    public static String of(Output objective) {
        String name = objective.name().strip();
        return OTHERS.contains(name) || name.matches("x\\d+") ? "objective " + name : name;
    }

    /** The column of an output's spread over the specimens that people have measured of a design. */
    public static String spread(Output output) {
        return of(output) + Replicates.SPREAD;
    }
}
