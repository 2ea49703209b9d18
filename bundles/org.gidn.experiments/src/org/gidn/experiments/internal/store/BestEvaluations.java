// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.project.RunResults.CandidateSet;

/**
 * The best evaluations of some sets. Where more are asked for than sets remember, all values have to be verified, since damage
 * could hide a better one, and so are read before; of the evaluations only the best are.
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
                rows.addAll(
                        reader.evaluations(set.id(), positions.subList(i, Math.min(i + AT_ONCE, positions.size()))));
            }
            from += (int) set.size();
        }
        rows.sort(order(goal));
        return rows.subList(0, Math.min(count, rows.size()));
    }

    /**
     * The best evaluations that the sets themselves remember, the best first, as far as no other ones can stand between them.
     * None where a set has grown since, or remembers nothing, as those of the format before.
     */
    static List<Row> remembered(CheckedReader reader, Collection<CandidateSet> sets, Goal goal) throws SQLException {
        List<Row> rows = new ArrayList<>();
        double least = Double.NEGATIVE_INFINITY;
        for (CandidateSet known : sets) {
            Row set = reader.set(known.id(), known.size());
            if (!reader.checked() || set.integer("size") != known.size()) {
                return List.of();
            }
            List<Integer> positions = BestPositions.read(set.bytes("best"));
            List<Row> best = reader.evaluations(known.id(), positions);
            best.sort(order(goal));
            rows.addAll(best);
            if (positions.size() == BestPositions.MOST) {
                // What the set has beside them is no better than the last of them.
                least = Math.max(
                        least, goal.sign() * best.get(BestPositions.MOST - 1).real("value"));
            }
        }
        double certain = least;
        rows.removeIf(row -> goal.sign() * row.real("value") <= certain);
        rows.sort(order(goal));
        return rows;
    }

    private static Comparator<Row> order(Goal goal) {
        return Comparator.<Row>comparingDouble(row -> -goal.sign() * row.real("value"))
                .thenComparingLong(row -> row.integer("spent"))
                .thenComparingLong(row -> row.integer("candidate_set"))
                .thenComparingLong(row -> row.integer("position"));
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
}
