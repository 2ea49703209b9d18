// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Goal;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.store.EvaluationCache.Place;
import org.gidn.experiments.internal.store.EvaluationRow.Column;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.text.Json;

/** Reads stored evaluations for a run that is to build on them. */
final class CacheLoader {
    private final CheckedReader reader;
    private final int run;
    private final int variables;

    CacheLoader(Connection connection, int run, int variables) throws SQLException {
        this.reader = new CheckedReader(connection);
        this.run = run;
        this.variables = variables;
    }

    /**
     * What all runs of an evaluator have evaluated, and what this run has, failures among it, even if the evaluator's version
     * was another one then. Of several values of a design the one that this run has gone on from counts, else the mean of what
     * people measured, else the one that was stored last.
     */
    EvaluationCache load(String evaluator, int objectives) throws SQLException {
        EvaluationCache cache = new EvaluationCache(objectives);
        List<Row> sets = new ArrayList<>();
        Map<Integer, Integer> runs = new LinkedHashMap<>();
        for (Row other : reader.some(Table.RUN, "WHERE evaluator = ?", evaluator)) {
            // Neither a damaged record nor a damaged index is to be trusted.
            boolean same = other.whole() && other.text("evaluator").equals(evaluator);
            if (same) {
                runs.put(
                        (int) other.integer("number"),
                        LaboratoryRecord.replicates(Json.readObject(other.text("settings"))));
            }
            if (same && other.integer("number") != run) {
                sets.addAll(reader.sets((int) other.integer("number")));
            }
        }
        sets.sort(Comparator.comparingLong(set -> set.integer("id")));
        load(cache, sets);
        for (Map.Entry<Integer, Integer> other : runs.entrySet()) {
            loadTold(cache, other.getKey(), other.getValue());
        }
        load(cache, reader.sets(run));
        return cache;
    }

    private void load(EvaluationCache cache, List<Row> sets) throws SQLException {
        for (Row set : sets) {
            // Single measurements have a mean beside them.
            if (!set.text("source").equals(Candidates.MEASUREMENT)) {
                load(cache, set, set.integer("run") == run);
            }
        }
    }

    /** What people measured; of a design that was asked for, when all its specimens are told. */
    private void loadTold(EvaluationCache cache, int other, int specimens) throws SQLException {
        Set<Integer> asked = new HashSet<>();
        if (specimens > 1) {
            for (Row row : reader.all(Key.of(other, Table.ASKED), "number")) {
                asked.add(number(cache, row.bytes("design")));
            }
        }
        List<Row> rows = reader.all(Key.of(other, Table.TOLD), "number");
        Map<Integer, List<Measurement>> told = new LinkedHashMap<>();
        for (Row row : rows) {
            int number = number(cache, row.bytes("design"));
            told.computeIfAbsent(number, design -> new ArrayList<>()).add(StoredLaboratory.measurement(row));
        }
        told.forEach((number, measured) -> {
            if (measured.size() < specimens && asked.contains(number)) {
                return;
            }
            double[] means = Measurement.means(measured);
            if (!Double.isNaN(means[0])) {
                for (int objective = 0; objective < cache.outputs(); objective++) {
                    cache.put(number, objective, means[objective]);
                }
            } else if (other == run) {
                cache.fail(number, measured.get(0).failure());
            }
        });
    }

    private void load(EvaluationCache cache, Row set, boolean own) throws SQLException {
        double[][] further = new double[cache.outputs()][];
        for (int objective = 1; objective < further.length; objective++) {
            further[objective] = reader.further(set, objective);
        }
        BitSet gradients = reader.gradients(set);
        List<byte[]> designs = new ArrayList<>();
        DoubleStream.Builder first = DoubleStream.builder();
        reader.forEach(set, EnumSet.of(Column.DESIGN, Column.VALUE), row -> {
            designs.add(row.design);
            first.add(row.value);
        });
        double[] values = first.build().toArray();
        boolean oneKind =
                designs.stream().mapToInt(design -> design.length).distinct().count() == 1;
        // All at once, since that takes a third of the time; but a relaxed design among them makes all others one too.
        DesignBatch batch = oneKind ? DesignCodec.decode(designs, variables) : null;
        for (int position = 0; position < values.length; position++) {
            if (Double.isNaN(values[position]) && !own) {
                continue;
            }
            int number = oneKind ? cache.number(batch, position) : number(cache, designs.get(position));
            cache.put(number, 0, values[position]);
            for (int objective = 1; objective < further.length; objective++) {
                cache.put(number, objective, further[objective][position]);
            }
            if (gradients.get(position)) {
                cache.gradient(number, new Place(set.integer("id"), position));
            }
            if (own) {
                cache.enter(number, set.integer("id"));
            }
        }
    }

    /** Marks the designs that this run had evaluated when it had spent so many evaluations; returns their best value. */
    double spend(EvaluationCache cache, long evaluations, Goal goal) throws SQLException {
        double[] best = {Double.NaN};
        for (Row set : reader.sets(run)) {
            boolean apart = Candidates.apart(set.text("source"));
            reader.forEach(set, EnumSet.of(Column.DESIGN, Column.VALUE, Column.SPENT), row -> {
                if (row.spent <= evaluations) {
                    cache.spend(number(cache, row.design));
                    best[0] = !apart && goal.better(row.value, best[0]) ? row.value : best[0];
                }
            });
        }
        return best[0];
    }

    private int number(EvaluationCache cache, byte[] design) {
        return cache.number(DesignCodec.decode(List.of(design), variables), 0);
    }
}
