// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.gidn.core.problem.Goal;

/** Reads stored evaluations for a run that is to build on them. */
final class CacheLoader {
    private final Connection connection;
    private final int run;
    private final int variables;

    CacheLoader(Connection connection, int run, int variables) {
        this.connection = connection;
        this.run = run;
        this.variables = variables;
    }

    /**
     * What all runs of an evaluator have evaluated, and what this run has, failures among it, even if the evaluator's version
     * was another one then. Of several values of a design this run's own counts, else the one that was stored last.
     */
    EvaluationCache load(String evaluator, int objectives) throws SQLException {
        EvaluationCache cache = new EvaluationCache(objectives);
        try (PreparedStatement sets = connection.prepareStatement(
                        "SELECT id, run FROM candidate_set WHERE run IN (SELECT number FROM run WHERE evaluator = ?1"
                                + " UNION SELECT ?2) ORDER BY run = ?2, id");
                PreparedStatement select = connection.prepareStatement(
                        "SELECT design, value, position FROM evaluation WHERE candidate_set = ?")) {
            sets.setString(1, evaluator);
            sets.setInt(2, run);
            try (ResultSet row = sets.executeQuery()) {
                while (row.next()) {
                    load(cache, objectives, select, row.getLong(1), row.getInt(2) == run);
                }
            }
        }
        return cache;
    }

    private void load(EvaluationCache cache, int objectives, PreparedStatement select, long set, boolean own)
            throws SQLException {
        select.setLong(1, set);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                double value = StoreWriter.real(rows, 2);
                if (Double.isNaN(value) && !own) {
                    continue;
                }
                int number = number(cache, rows);
                cache.put(number, 0, value);
                if (own) {
                    cache.enter(number, set);
                }
                if (objectives > 1) {
                    putFurther(cache, number, set, rows.getLong(3));
                }
            }
        }
    }

    private void putFurther(EvaluationCache cache, int number, long set, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT objective, value FROM further_value WHERE candidate_set = ? AND position = ?")) {
            select.setLong(1, set);
            select.setLong(2, position);
            try (ResultSet values = select.executeQuery()) {
                while (values.next()) {
                    cache.put(number, values.getInt(1), StoreWriter.real(values, 2));
                }
            }
        }
    }

    /** Marks the designs that this run had evaluated when it had spent so many evaluations; returns their best value. */
    double spend(EvaluationCache cache, long evaluations, Goal goal) throws SQLException {
        double best = Double.NaN;
        try (PreparedStatement select = connection.prepareStatement("SELECT design, value FROM evaluation"
                + " JOIN candidate_set ON candidate_set.id = candidate_set WHERE run = ? AND spent <= ?")) {
            select.setInt(1, run);
            select.setLong(2, evaluations);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    cache.spend(number(cache, rows));
                    double value = StoreWriter.real(rows, 2);
                    best = goal.better(value, best) ? value : best;
                }
            }
        }
        return best;
    }

    private int number(EvaluationCache cache, ResultSet row) throws SQLException {
        return cache.number(DesignCodec.decode(List.of(row.getBytes(1)), variables), 0);
    }
}
