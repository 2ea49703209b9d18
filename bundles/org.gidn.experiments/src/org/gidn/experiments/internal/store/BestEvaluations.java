// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.project.RunResults.CandidateSet;

/**
 * The best evaluations of some sets. All values have to be verified, since damage could hide a better one, and so are read
 * before; of the evaluations only the best are.
 *
 * @param sets where to look
 * @param values theirs, one set after the other; NaN for those that failed
 */
record BestEvaluations(Collection<CandidateSet> sets, double[] values, Goal goal) {
    private static final int AT_ONCE = 1_000;

    /** The best ones, the best first; of equal ones that which was found first. Fewer if there are fewer. */
    List<Row> read(CheckedReader reader, int count) throws SQLException {
        double least = least(count);
        List<Row> rows = new ArrayList<>();
        int from = 0;
        for (CandidateSet set : sets) {
            List<Integer> positions = positions(from, (int) set.size(), least, count);
            for (int i = 0; i < positions.size(); i += AT_ONCE) {
                rows.addAll(rows(reader, set, positions.subList(i, Math.min(i + AT_ONCE, positions.size()))));
            }
            from += (int) set.size();
        }
        rows.sort(Comparator.<Row>comparingDouble(row -> -goal.sign() * row.real("value"))
                .thenComparingLong(row -> row.integer("spent"))
                .thenComparingLong(row -> row.integer("candidate_set"))
                .thenComparingLong(row -> row.integer("position")));
        return rows.subList(0, Math.min(count, rows.size()));
    }

    /** The value of the last one among the best, turned so that greater is better. */
    private double least(int count) {
        PriorityQueue<Double> best = new PriorityQueue<>();
        for (double value : values) {
            double turned = goal.sign() * value;
            if (Double.isNaN(turned) || best.size() == count && turned <= best.peek()) {
                continue;
            }
            if (best.size() == count) {
                best.remove();
            }
            best.add(turned);
        }
        return best.isEmpty() ? Double.POSITIVE_INFINITY : best.peek();
    }

    /** The places in a set of those that may be among the best: of equal ones the first, which were found first. */
    private List<Integer> positions(int from, int size, double least, int count) {
        List<Integer> positions = new ArrayList<>();
        int equal = 0;
        for (int i = 0; i < size; i++) {
            double turned = goal.sign() * values[from + i];
            if (turned > least || turned == least && equal++ < count) {
                positions.add(i);
            }
        }
        return positions;
    }

    private static List<Row> rows(CheckedReader reader, CandidateSet set, List<Integer> positions) throws SQLException {
        String list = positions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        List<Row> rows =
                reader.rows(Table.EVALUATION, "WHERE candidate_set = ? AND position IN (" + list + ")", set.id());
        if (rows.size() != positions.size()) {
            throw DamageException.ofTable(Table.EVALUATION);
        }
        return rows;
    }
}
