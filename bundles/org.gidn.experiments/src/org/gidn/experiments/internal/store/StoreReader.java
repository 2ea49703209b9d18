// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gidn.experiments.internal.store.EvaluationRow.Column;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.CandidateSet;

/**
 * Reads a project's database and verifies what it reads. Opens it anew for every question, so it holds nothing and any thread
 * may ask; questions {@linkplain #together put together} share what was opened.
 */
public final class StoreReader {
    private final Path file;
    private final boolean written;
    /** What questions that belong together are asked of, on the thread that puts them. */
    private final ThreadLocal<CheckedReader> shared = new ThreadLocal<>();

    /**
     * @param file the database; need not be there yet
     * @param written whether a program is writing to it now, so that a run can be at work
     */
    public StoreReader(Path file, boolean written) {
        this.file = file;
        this.written = written;
    }

    /** A question to the database, whose answer is all of one state of it. */
    @FunctionalInterface
    interface Question<T> {
        T ask(CheckedReader reader) throws SQLException;
    }

    /** The answer to a question; nothing if there is no database yet. */
    <T> Optional<T> answer(Question<T> question) {
        CheckedReader opened = shared.get();
        return opened == null ? ask(question) : put(question, opened);
    }

    private <T> Optional<T> put(Question<T> question, CheckedReader opened) {
        try {
            return Optional.ofNullable(question.ask(opened));
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /**
     * Puts many questions to one state of the database, which is opened for them once.
     *
     * @return what {@code questions} returns; nothing if there is no database yet
     */
    public <T> Optional<T> together(Supplier<T> questions) {
        return ask(reader -> {
            shared.set(reader);
            try {
                return questions.get();
            } finally {
                shared.remove();
            }
        });
    }

    private <T> Optional<T> ask(Question<T> question) {
        Optional<Connection> opened = Database.openForReading(file);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = opened.get()) {
            connection.setAutoCommit(false);
            return Optional.ofNullable(question.ask(new CheckedReader(connection)));
        } catch (SQLException e) {
            throw Database.translate(e, file);
        }
    }

    /** All runs, by number. */
    public List<RunRecord> runs() {
        return answer(CheckedReader::runs).orElse(List.of()).stream()
                .map(this::record)
                .toList();
    }

    /** One run, if there is one of that number. */
    public Optional<RunRecord> run(int number) {
        return answer(reader -> {
                    List<Row> found = reader.some(Table.RUN, "WHERE number = ?", number);
                    if (found.isEmpty()) {
                        // It is verified that none is lost only if one is missed, for that takes longer.
                        reader.runs();
                        return null;
                    }
                    return found.get(0);
                })
                .map(this::record);
    }

    /** The run of the greatest number, if there is one. */
    public Optional<RunRecord> lastRun() {
        return answer(CheckedReader::lastRun).map(this::record);
    }

    private RunRecord record(Row row) {
        return new StoredRun(row, written).record();
    }

    /** All rows that a run has in a table, or in one series of metrics; none if there is no database yet. */
    List<Row> all(Key key, String order) {
        return answer(reader -> reader.all(key, order)).orElse(List.of());
    }

    /** What is done with one evaluation. */
    @FunctionalInterface
    interface Consumer {
        void accept(EvaluationRow row);
    }

    /**
     * Goes through the evaluations of one set after the other, each in its order. A set that grows meanwhile is cut at the
     * size that the caller knows.
     *
     * @param columns what is asked of each evaluation
     */
    void forEachEvaluation(EnumSet<Column> columns, Collection<CandidateSet> sets, Consumer consumer) {
        answer(reader -> {
            for (CandidateSet set : sets) {
                reader.forEach(reader.set(set.id(), set.size()), columns, row -> {
                    if (row.position < set.size()) {
                        consumer.accept(row);
                    }
                });
            }
            return null;
        });
    }
}
