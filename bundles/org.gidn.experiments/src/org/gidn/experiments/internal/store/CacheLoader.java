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

    /** What all runs of an evaluator have evaluated; designs that failed only if this run has seen them. */
    EvaluationCache load(String evaluator, int objectives) throws SQLException {
        EvaluationCache cache = new EvaluationCache(objectives);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT design, value, candidate_set, position, run FROM evaluation"
                        + " JOIN candidate_set ON candidate_set.id = candidate_set"
                        + " JOIN run ON run.number = run WHERE evaluator = ? AND (value IS NOT NULL OR run = ?)")) {
            select.setString(1, evaluator);
            select.setInt(2, run);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    int number = number(cache, rows);
                    cache.put(number, 0, StoreWriter.real(rows, 2));
                    if (rows.getInt(5) == run) {
                        cache.enter(number, rows.getLong(3));
                    }
                    if (objectives > 1) {
                        putFurther(cache, number, rows.getLong(3), rows.getLong(4));
                    }
                }
            }
        }
        return cache;
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
