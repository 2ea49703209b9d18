// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gidn.core.design.Block;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.problem.Output;
import org.gidn.external.internal.declared.Variable;
import org.gidn.external.internal.process.Trouble;
import org.gidn.external.internal.program.Program;

/**
 * Takes an answer apart.
 *
 * @param program whose it is
 * @param written what the program wrote beside it, for the end of a sentence
 */
record AnswerReading(Program program, Answer answer, String written) {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_REST = 1 << 20;

    /** How many bytes an answer may have, so that a program that does not end its line fills no memory. */
    static long longest(Program program, int designs, boolean gradients) {
        long numbers = program.outputs().size();
        if (gradients) {
            numbers += program.space().variables();
        }
        return LONGEST_REST + designs * (numbers * LONGEST_NUMBER + LONGEST_REASON);
    }

    /**
     * Fills in the results of the designs {@code from … to − 1}; nothing if the answer is none.
     *
     * @throws Trouble if it is none
     */
    void into(Evaluations results, int from, int to, boolean gradients) throws Trouble {
        if (answer.error() != null) {
            throw told(answer.error());
        }
        for (int design : answer.failures().keySet()) {
            if (design >= to - from) {
                throw Answer.nonsense("has a failure of design " + design + ", but the batch has "
                        + (to - from == 1 ? "only design 0" : "designs 0 to " + (to - from - 1)));
            }
        }
        List<double[]> columns = columns(to - from);
        List<List<double[]>> slopes = gradients ? slopes(to - from) : List.of();
        for (int i = 0; i < to - from; i++) {
            String failure = failure(columns, slopes, i);
            if (failure != null) {
                results.fail(from + i, failure + ".");
                continue;
            }
            for (int output = 0; output < columns.size(); output++) {
                results.set(from + i, output, columns.get(output)[i]);
            }
            if (gradients) {
                results.setGradient(from + i, gradient(slopes, i));
            }
        }
    }

    /** What the program itself says is wrong. */
    static Trouble told(String error) {
        return new Trouble(Trouble.Kind.TOLD, "The program says: " + error.replaceFirst("\\.$", ""));
    }

    private List<double[]> columns(int designs) throws Trouble {
        if (answer.outputs() == null) {
            throw Answer.nonsense("has neither 'outputs' nor 'error'" + written);
        }
        List<double[]> columns = new ArrayList<>();
        for (Output output : program.outputs()) {
            double[] column = answer.outputs().get(output.name());
            if (column == null) {
                throw Answer.nonsense("lacks output '" + output.name() + "', and has "
                        + (answer.outputs().isEmpty()
                                ? "none"
                                : answer.outputs().keySet().stream()
                                        .map(name -> "'" + name + "'")
                                        .collect(Collectors.joining(", "))));
            }
            if (column.length != designs) {
                throw Answer.nonsense("has " + column.length + " values of '" + output.name() + "' for " + designs
                        + (designs == 1 ? " design" : " designs") + "; give one a design, in their order");
            }
            columns.add(column);
        }
        return columns;
    }

    private List<List<double[]>> slopes(int designs) throws Trouble {
        List<List<double[]>> slopes = new ArrayList<>();
        for (Variable variable : program.variables()) {
            String name = variable.block().name();
            List<double[]> rows = answer.gradients().get(name);
            if (rows == null || rows.size() != designs) {
                throw Answer.nonsense("has " + (rows == null ? "no" : rows.size()) + " gradients by '" + name + "' for "
                        + designs + (designs == 1 ? " design" : " designs") + ", though the program offers them");
            }
            slopes.add(rows);
        }
        return slopes;
    }

    /** Why a design has no value; null if it has one. */
    private String failure(List<double[]> columns, List<List<double[]>> slopes, int design) {
        String told = answer.failures().get(design);
        if (told != null) {
            return told.strip().replaceFirst("\\.$", "");
        }
        for (int output = 0; output < columns.size(); output++) {
            double value = columns.get(output)[design];
            if (!Double.isFinite(value)) {
                return "The program gave " + (Double.isNaN(value) ? "no number (NaN or null)" : value) + " as '"
                        + program.outputs().get(output).name() + "' without saying why" + written;
            }
        }
        for (int b = 0; b < slopes.size(); b++) {
            Block block = program.variables().get(b).block();
            double[] row = slopes.get(b).get(design);
            if (row == null || row.length != block.variables()) {
                return "The program gave " + (row == null ? "no" : row.length) + " derivatives by '" + block.name()
                        + "', which has " + block.variables() + (block.variables() == 1 ? " variable" : " variables");
            }
            for (double slope : row) {
                if (!Double.isFinite(slope)) {
                    return "The program gave " + slope + " as a derivative by '" + block.name() + "'";
                }
            }
        }
        return null;
    }

    private static double[] gradient(List<List<double[]>> slopes, int design) {
        double[] gradient = new double
                [slopes.stream().mapToInt(rows -> rows.get(design).length).sum()];
        int at = 0;
        for (List<double[]> rows : slopes) {
            System.arraycopy(rows.get(design), 0, gradient, at, rows.get(design).length);
            at += rows.get(design).length;
        }
        return gradient;
    }
}
