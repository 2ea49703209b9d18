// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.project.RunState;

/** The row of a run that is written. */
final class OpenRun {
    private final RowWriter rows;
    private final Row row;
    private boolean changed;

    private OpenRun(Connection connection, Row row) throws SQLException {
        this.rows = new RowWriter(connection, Table.RUN, Twice.REPLACE);
        this.row = row;
    }

    /** A run that is there. */
    static OpenRun of(Connection connection, int number) throws SQLException {
        List<Row> found = new CheckedReader(connection).rows(Table.RUN, "WHERE number = ?", number);
        if (found.isEmpty()) {
            throw DamageException.ofTable(Table.RUN);
        }
        return new OpenRun(connection, found.get(0));
    }

    /** What is better, by its first objective. */
    Goal goal() {
        return ProblemText.outputs(row).get(0).goal();
    }

    /** Goes on with it, running, or waiting for what people measure. */
    void reopen(RunState state) throws SQLException {
        end(state, null, null);
    }

    /** Notes how far it is; less than before changes nothing. */
    void progress(long evaluations, double best) {
        if (evaluations >= row.integer("evaluations")) {
            row.set("evaluations", evaluations, "best", RowWriter.real(best));
            changed = true;
        }
    }

    /** Stores how far it is. */
    void flush() throws SQLException {
        if (changed) {
            rows.write(row);
            changed = false;
        }
    }

    /**
     * Ends it.
     *
     * @param time in milliseconds since 1970; where the clock was set back it ends with the latest time that it knows of
     */
    void finish(RunState state, String failure, long time) throws SQLException {
        end(state, Math.max(time, latest()), failure);
    }

    /** The latest time that it knows of. */
    long latest() {
        return Math.max(row.integer("started"), row.integer("finished"));
    }

    private void end(RunState state, Long finished, String failure) throws SQLException {
        row.set("state", state.toString(), "finished", finished, "failure", failure);
        changed = true;
        flush();
    }
}
