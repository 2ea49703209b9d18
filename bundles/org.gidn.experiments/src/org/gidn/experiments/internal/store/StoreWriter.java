// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Goal;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Writes one run. Rows go in one after the other and are committed at least once a second and whenever a caller asks, so that
 * whatever ends the program, a beginning of what was written is kept whole. A resumed run adds what is not there.
 * Thread-safe; nothing can be written once the run is finished.
 */
public final class StoreWriter implements AutoCloseable {
    private static final long COMMIT_AFTER_NANOS = 1_000_000_000L;
    private static final long PAUSE_NANOS = 3_000_000L;
    private static final int ROWS_AT_ONCE = 1_000;
    static final String RUNS = "runs";

    private final Path file;
    private final Connection connection;
    private final Tallies tallies;
    private final OpenSets sets;
    private final RowWriter evaluations;
    private final RowWriter furtherValues;
    private final RowWriter gradients;
    private final RowWriter failures;
    private final RunDiary diary;
    private final LaboratoryWriter laboratory;
    /** Changes nothing, but lets nobody else write until the next commit. */
    private final PreparedStatement turn;

    private int run;
    private OpenRun open;
    private int pending;
    /** Whether something was written since the last commit. */
    private boolean written;
    /** Whether nothing that is written is to stay. */
    private boolean tentative;
    /** What every further write gets to hear; null while there may be more of them. */
    private RuntimeException refusal;

    private long committed = System.nanoTime();
    private long letIn = committed;

    private RunClock clock = new RunClock(0);

    /** Opens the database of a project, making it if need be; {@link #create} or {@link #reopen} comes next. */
    public StoreWriter(Path file) {
        this.file = file;
        this.connection = Database.openForWriting(file);
        try {
            tallies = new Tallies(connection);
            sets = new OpenSets(connection, tallies);
            evaluations = new RowWriter(connection, Table.EVALUATION, Twice.FAIL);
            furtherValues = new RowWriter(connection, Table.FURTHER, Twice.FAIL);
            gradients = new RowWriter(connection, Table.GRADIENT, Twice.FAIL);
            failures = new RowWriter(connection, Table.FAILURE, Twice.FAIL);
            diary = new RunDiary(connection, tallies);
            laboratory = new LaboratoryWriter(connection, tallies);
            turn = connection.prepareStatement("UPDATE tally SET size = size WHERE run < 0");
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /**
     * The values of one design that is to be stored.
     *
     * @param gradient of the first objective; null if it is not known
     * @param failure why it has no values; null if it has
     */
    public record Row(double[] values, double[] gradient, String failure, long spent) {}

    /** Inserts a run that is at work and returns its number. */
    public int create(RunRow row) {
        return create(row, RunState.RUNNING);
    }

    /**
     * Inserts a run and returns its number.
     *
     * @param state running, or waiting for what people measure
     */
    public int create(RunRow row, RunState state) {
        return (int) transact(() -> {
            begin(row.insert(connection, tallies, state, lastFolder(file), clock.millis()));
            return run;
        });
    }

    /** The highest number of a run whose folder is there, be it of a run that this database does not know. */
    static int lastFolder(Path file) {
        try (Stream<Path> folders = Files.list(file.resolveSibling(RUNS))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            // There is none yet.
            return 0;
        }
    }

    private void begin(int number) throws SQLException {
        flush();
        run = number;
        open = OpenRun.of(connection, number);
        sets.begin(open.goal());
        clock = new RunClock(open.latest());
        diary.begin(number);
        laboratory.begin(number);
    }

    /** Goes on with a run, which is at work then. */
    public void reopen(int number) {
        reopen(number, RunState.RUNNING);
    }

    /**
     * Goes on with a run.
     *
     * @param state running, or waiting for what people measure
     */
    public void reopen(int number, RunState state) {
        transact(() -> {
            begin(number);
            open.reopen(state);
            return 0;
        });
    }

    /** Marks runs whose program ended before they did; to be called with the project's lock held. */
    public void closeAbandoned() {
        transact(() -> {
            for (Table.Row row : new CheckedReader(connection).some(Table.RUN, "WHERE state = 'running'")) {
                if (row.whole() && row.text("state").equals(RunState.RUNNING.toString())) {
                    OpenRun.of(connection, (int) row.integer("number"))
                            .finish(RunState.CANCELLED, Messages.runCutOff, clock.millis());
                }
            }
            return 0;
        });
    }

    /** All designs that the evaluator is known to have evaluated; failures only if this run saw them. */
    public EvaluationCache cache(String evaluator, int variables, int objectives) {
        return ask(() -> new CacheLoader(connection, run, variables).load(evaluator, objectives));
    }

    /** The gradient that is stored of a design, if it is. */
    public Optional<double[]> gradient(EvaluationCache cache, int number) {
        Optional<EvaluationCache.Place> place = cache.gradient(number);
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(ask(() -> new CheckedReader(connection).gradient(place.get())));
    }

    /** Marks the designs that this run had evaluated when it had spent so many evaluations; returns their best value. */
    public double spend(EvaluationCache cache, long evaluations, int variables, Goal goal) {
        return ask(() -> new CacheLoader(connection, run, variables).spend(cache, evaluations, goal));
    }

    /** The identifier of a set of this run, which is made if need be. */
    public synchronized long set(String source, int iteration) {
        check();
        try {
            begin();
            return sets.of(run, source, iteration).id();
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /** Adds one evaluated design to a set. */
    public synchronized void add(Candidates candidates, int design, Row row) {
        check();
        try {
            begin();
            OpenSets.OpenSet set = sets.of(run, candidates.source(), candidates.iteration());
            int count = candidates.count(design);
            long position = set.add(count, row.values()[0]);
            byte[] bytes = DesignCodec.encode(candidates.designs(), design);
            double predicted =
                    candidates.predicted() == null ? Double.NaN : candidates.predicted()[design];
            long time = clock.millis();
            evaluations.add(
                    set.id(),
                    position,
                    bytes,
                    RowWriter.real(row.values()[0]),
                    RowWriter.real(predicted),
                    count,
                    row.spent(),
                    time);
            SetSums sums = set.sums();
            sums.add(SetSums.DESIGN, position, Checksum.of(bytes));
            sums.add(SetSums.PREDICTED, position, Checksum.of(predicted));
            sums.add(SetSums.COUNT, position, count);
            sums.add(SetSums.SPENT, position, row.spent());
            sums.add(SetSums.TIME, position, time);
            for (int objective = 0; objective < row.values().length; objective++) {
                double value = row.values()[objective];
                sums.add(SetSums.VALUE + objective, position, Checksum.of(value));
                if (objective > 0) {
                    furtherValues.add(set.id(), position, objective, RowWriter.real(value));
                }
            }
            if (row.gradient() != null) {
                gradients.add(set.id(), position, DesignCodec.encode(row.gradient()));
            }
            if (row.failure() != null) {
                sums.add(SetSums.FAILURE, position, failures.add(set.id(), position, row.failure()));
            }
            added();
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /** Adds designs that people are to measure, numbered on from those asked before. */
    public void asked(Candidates candidates) {
        transact(() -> {
            laboratory.asked(candidates, clock.millis());
            return 0;
        });
    }

    /**
     * Adds what people measured.
     *
     * @param designs one a measurement
     */
    public void told(DesignBatch designs, List<Measurement> measured) {
        transact(() -> {
            laboratory.told(designs, measured, clock.millis());
            return 0;
        });
    }

    /** Stores a number; one of the same name, iteration and step is replaced. */
    public void metric(String name, int iteration, long step, double value) {
        transact(() -> {
            diary.metric(name, iteration, step, value);
            return 0;
        });
    }

    /** Stores a message; one that a resumed run repeats stays as it is. */
    public void event(String message) {
        transact(() -> {
            diary.event(message, clock.millis());
            return 0;
        });
    }

    /**
     * Adds the time of a stretch of work to that of others at the same place of the run. Steps that a resumed run repeats
     * count once.
     *
     * @param begun evaluations spent when it began
     * @param steps done at that place in this life of the run
     */
    public void phase(String name, long begun, double seconds, long steps, String unit) {
        transact(() -> {
            diary.phase(name, begun, seconds, steps, unit);
            return 0;
        });
    }

    /** Notes the content of a file that the run has written to its passing place. */
    public void artefact(Artefact artefact, Artefacts.Digest digest) {
        transact(() -> {
            diary.artefact(artefact, digest);
            return 0;
        });
    }

    /** A file that this run has written, if it is as it was then. */
    public Optional<Path> artefact(Path folder, Artefact artefact) {
        return ask(() -> diary.artefact(artefact).flatMap(new Artefacts(folder)::settled));
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }

    /** Reads; where nothing waits to be committed, others may write as soon as that is done. */
    private synchronized <T> T ask(Question<T> question) {
        try {
            T answer = question.ask();
            if (!written && !tentative) {
                connection.commit();
            }
            return answer;
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /** Notes how far the run is; a resumed run that has not yet come as far as before changes nothing. */
    public void progress(long evaluations, double best) {
        transact(() -> {
            open.progress(evaluations, best);
            return 0;
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
        try {
            if (refusal == null) {
                flush();
            } else {
                begin();
                open = OpenRun.of(connection, run);
            }
            open.finish(state, failure, clock.millis());
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
            written = false;
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

    /** To be called before anything is written, and read for that. */
    private void begin() throws SQLException {
        if (!written) {
            // A transaction that begins by reading could not write any more once somebody else has written meanwhile.
            turn.executeUpdate();
            written = true;
        }
    }

    private void added() throws SQLException {
        if (++pending % ROWS_AT_ONCE == 0) {
            flush();
        }
    }

    private void flush() throws SQLException {
        evaluations.flush();
        furtherValues.flush();
        gradients.flush();
        failures.flush();
        sets.flush();
        tallies.flush();
        if (open != null) {
            open.flush();
        }
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
            if (!tentative) {
                connection.commit();
                written = false;
                letOthersIn();
            }
            committed = System.nanoTime();
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /** Who says something of a run at work needs a moment in which nothing is being written; now and then there is one. */
    private void letOthersIn() {
        if (System.nanoTime() - letIn > COMMIT_AFTER_NANOS) {
            LockSupport.parkNanos(PAUSE_NANOS);
            letIn = System.nanoTime();
        }
    }

    /** Lets nothing stay of what is written, from now on until it is closed. */
    public synchronized void tentative() {
        tentative = true;
    }

    @FunctionalInterface
    private interface Work {
        long run() throws SQLException;
    }

    private synchronized long transact(Work work) {
        check();
        try {
            begin();
            long result = work.run();
            commitNowAndThen();
            return result;
        } catch (SQLException e) {
            throw abandon(e);
        }
    }

    /**
     * Writes all that was committed to a new file and closes; for a database whose own file has lost its name.
     *
     * @param place takes the place of whatever is there
     */
    public synchronized void rescue(Path place) throws IOException {
        Path part = place.resolveSibling("." + place.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            // Unlike VACUUM, a backup waits for no statement that is still open.
            int outcome =
                    connection.unwrap(SQLiteConnection.class).getDatabase().backup("main", part.toString(), null);
            if (outcome != SQLiteErrorCode.SQLITE_OK.code) {
                throw new IOException(SQLiteErrorCode.getErrorCode(outcome).message);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            close();
        }
        // These belonged to the file before, and would be taken for the new one's.
        Files.deleteIfExists(place.resolveSibling(place.getFileName() + "-wal"));
        Files.deleteIfExists(place.resolveSibling(place.getFileName() + "-shm"));
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
