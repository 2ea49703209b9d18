// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.gidn.core.problem.Goal;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;

/**
 * Writes one run. Rows go in one after the other and are committed at least once a second and whenever a caller asks, so that
 * whatever ends the program, a beginning of what was written is kept whole. A resumed run adds what is not there.
 * Thread-safe; nothing can be written once the run is finished.
 */
public final class StoreWriter implements AutoCloseable {
    private static final long COMMIT_AFTER_NANOS = 1_000_000_000L;
    private static final int ROWS_AT_ONCE = 1_000;

    private final Path file;
    private final Connection connection;
    private final PreparedStatement insertEvaluation;
    private final PreparedStatement insertFurther;
    private final PreparedStatement insertFailure;
    private final PreparedStatement insertMetric;
    private final OpenSets sets;
    private int run;
    private int pending;
    /** What every further write gets to hear; null while there may be more of them. */
    private RuntimeException refusal;

    private long committed = System.nanoTime();

    /** Opens the database of a project, making it if need be; {@link #create} or {@link #reopen} comes next. */
    public StoreWriter(Path file) {
        this.file = file;
        this.connection = Database.openForWriting(file);
        try {
            insertEvaluation = connection.prepareStatement("INSERT INTO evaluation VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
            insertFurther = connection.prepareStatement("INSERT INTO further_value VALUES (?, ?, ?, ?)");
            insertFailure = connection.prepareStatement("INSERT INTO failure VALUES (?, ?, ?)");
            insertMetric = connection.prepareStatement("INSERT OR REPLACE INTO metric VALUES (?, ?, ?, ?, ?)");
            sets = new OpenSets(connection);
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /** The values of one design that is to be stored. */
    public record Row(double[] values, String failure, long spent) {}

    /** Inserts a run and returns its number. */
    public int create(RunRow row) {
        run = (int) transact(() -> row.insert(connection));
        return run;
    }

    /** Goes on with a run. */
    public void reopen(int number) {
        run = number;
        transact(() -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE run SET state = ?, finished = NULL, failure = NULL WHERE number = ?")) {
                update.setString(1, RunState.RUNNING.toString());
                update.setInt(2, run);
                return update.executeUpdate();
            }
        });
    }

    /** Marks runs whose program ended before they did; to be called with the project's lock held. */
    public void closeAbandoned() {
        transact(() -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE run SET state = ?, finished = ?, failure = ? WHERE state = 'running'")) {
                update.setString(1, RunState.CANCELLED.toString());
                update.setLong(2, System.currentTimeMillis());
                update.setString(3, Messages.runCutOff);
                return update.executeUpdate();
            }
        });
    }

    /** All designs that the evaluator is known to have evaluated; failures only if this run saw them. */
    public synchronized EvaluationCache cache(String evaluator, int variables, int objectives) {
        try {
            return new CacheLoader(connection, run, variables).load(evaluator, objectives);
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /** Marks the designs that this run had evaluated when it had spent so many evaluations; returns their best value. */
    public synchronized double spend(EvaluationCache cache, long evaluations, int variables, Goal goal) {
        try {
            return new CacheLoader(connection, run, variables).spend(cache, evaluations, goal);
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /** A REAL column, NaN for NULL. */
    static double real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        // NULL comes as 0; asking for it takes as long as reading does.
        return value == 0 && row.wasNull() ? Double.NaN : value;
    }

    /** The identifier of a set of this run, which is made if need be. */
    public synchronized long set(String source, int iteration) {
        check();
        try {
            return sets.of(run, source, iteration).id();
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /** Adds one evaluated design to a set. */
    public synchronized void add(Candidates candidates, int design, Row row) {
        check();
        try {
            OpenSets.OpenSet set = sets.of(run, candidates.source(), candidates.iteration());
            int position = set.add(candidates.count(design));
            insertEvaluation.setLong(1, set.id());
            insertEvaluation.setInt(2, position);
            insertEvaluation.setBytes(3, DesignCodec.encode(candidates.designs(), design));
            setReal(insertEvaluation, 4, row.values()[0]);
            setReal(
                    insertEvaluation,
                    5,
                    candidates.predicted() == null ? Double.NaN : candidates.predicted()[design]);
            insertEvaluation.setInt(6, candidates.count(design));
            insertEvaluation.setLong(7, row.spent());
            insertEvaluation.setLong(8, System.currentTimeMillis());
            insertEvaluation.addBatch();
            for (int objective = 1; objective < row.values().length; objective++) {
                insertFurther.setLong(1, set.id());
                insertFurther.setInt(2, position);
                insertFurther.setInt(3, objective);
                setReal(insertFurther, 4, row.values()[objective]);
                insertFurther.addBatch();
            }
            if (row.failure() != null) {
                insertFailure.setLong(1, set.id());
                insertFailure.setInt(2, position);
                insertFailure.setString(3, row.failure());
                insertFailure.addBatch();
            }
            added();
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /** SQLite has no NaN. */
    private static void setReal(PreparedStatement statement, int column, double value) throws SQLException {
        if (Double.isNaN(value)) {
            statement.setNull(column, Types.REAL);
        } else {
            statement.setDouble(column, value);
        }
    }

    /** Stores a number; one of the same name, iteration and step is replaced. */
    public synchronized void metric(String name, int iteration, long step, double value) {
        check();
        try {
            insertMetric.setInt(1, run);
            insertMetric.setString(2, name);
            insertMetric.setInt(3, iteration);
            insertMetric.setLong(4, step);
            setReal(insertMetric, 5, value);
            insertMetric.addBatch();
            added();
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /** Stores a message; one that a resumed run repeats stays as it is. */
    public void event(String message) {
        transact(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT OR IGNORE INTO event VALUES (?, ?, ?)")) {
                insert.setInt(1, run);
                insert.setLong(2, System.currentTimeMillis());
                insert.setString(3, message);
                return insert.executeUpdate();
            }
        });
    }

    /** Adds the time of a stretch of work to that of earlier ones of the same name. */
    public void phase(String name, double seconds, long steps, String unit) {
        transact(() -> {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO phase VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (run, name) DO UPDATE SET seconds = seconds + excluded.seconds,"
                    + " steps = steps + excluded.steps")) {
                insert.setInt(1, run);
                insert.setString(2, name);
                insert.setDouble(3, seconds);
                insert.setLong(4, steps);
                insert.setString(5, unit);
                return insert.executeUpdate();
            }
        });
    }

    /** Notes how far the run is; a resumed run that has not yet come as far as before changes nothing. */
    public void progress(long evaluations, double best) {
        transact(() -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE run SET evaluations = ?1, best = ?2 WHERE number = ?3 AND evaluations <= ?1")) {
                update.setLong(1, evaluations);
                setReal(update, 2, best);
                update.setInt(3, run);
                return update.executeUpdate();
            }
        });
    }

    /**
     * Ends the run. After a failed write its state is stored if that can be done, and nothing else.
     *
     * @param evaluations see {@link #progress}
     */
    public synchronized void finish(RunState state, String failure, long evaluations, double best) {
        if (refusal == null) {
            progress(evaluations, best);
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE run SET state = ?, finished = ?, failure = ? WHERE number = ?")) {
            if (refusal == null) {
                flush();
            }
            update.setString(1, state.toString());
            update.setLong(2, System.currentTimeMillis());
            update.setString(3, failure);
            update.setInt(4, run);
            update.executeUpdate();
            connection.commit();
            if (refusal == null) {
                refusal = new StoreException(Messages.runEnded, null);
            }
        } catch (SQLException e) {
            // Nobody needs to hear of a second failure; SQLite itself has ended the transaction if the disk is full.
            if (refusal == null) {
                throw abandon(e);
            }
            refusal.addSuppressed(e);
        }
    }

    /**
     * Takes back what was written since the last commit, for where one statement has failed the others are not to be trusted;
     * a resumed run writes it again. Nothing more can be written.
     */
    private RuntimeException abandon(SQLException error) {
        refusal = Database.translate(error, file);
        try {
            connection.rollback();
        } catch (SQLException e) {
            error.addSuppressed(e);
        }
        return refusal;
    }

    private void check() {
        if (refusal != null) {
            throw new StoreException(refusal.getMessage(), refusal);
        }
    }

    private void added() throws SQLException {
        if (++pending % ROWS_AT_ONCE == 0) {
            flush();
        }
    }

    private void flush() throws SQLException {
        insertEvaluation.executeBatch();
        insertFurther.executeBatch();
        insertFailure.executeBatch();
        insertMetric.executeBatch();
        sets.flush();
        pending = 0;
    }

    /** Commits if that was long ago. */
    public synchronized void commitNowAndThen() {
        if (System.nanoTime() - committed > COMMIT_AFTER_NANOS) {
            commit();
        }
    }

    /** Makes sure that all that was written stays, whatever happens. */
    public synchronized void commit() {
        check();
        try {
            flush();
            connection.commit();
            committed = System.nanoTime();
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    @FunctionalInterface
    private interface Work {
        long run() throws SQLException;
    }

    private synchronized long transact(Work work) {
        check();
        try {
            long result = work.run();
            commitNowAndThen();
            return result;
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /** Closes; what was not committed is lost. */
    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }
}
