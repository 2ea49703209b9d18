// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.internal.store.Tallies.Tally;
import org.gidn.experiments.project.RunState;

/**
 * The columns of a new run, see {@code schema.sql}.
 *
 * @param title the experiment's title
 * @param seed the source of all its chance
 * @param optimiser name of the design method
 * @param evaluator key of the evaluations that runs share
 * @param settings JSON of the settings
 * @param problem JSON of objectives, design space and layout
 * @param versions JSON of versions
 * @param host JSON of facts about the machine
 */
public record RunRow(
        String title,
        long seed,
        String optimiser,
        String evaluator,
        String settings,
        String problem,
        String versions,
        String host) {
    /**
     * Inserts the run and returns its number, which no run, nor what is left of one, had before.
     *
     * @param state running, or waiting for what people measure
     * @param left the highest number that something else than the database knows of
     * @param started in milliseconds since 1970
     */
    int insert(Connection connection, Tallies tallies, RunState state, int left, long started) throws SQLException {
        Tally runs = tallies.get(Key.RUNS);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(number), 0) FROM"
                        + " (SELECT number FROM run UNION ALL SELECT run FROM deleted)")) {
            if (row.getLong(1) != runs.sum()) {
                throw DamageException.ofTable(Table.RUN);
            }
        }
        int number = (int) Math.max(runs.sum(), left) + 1;
        RowWriter rows = new RowWriter(connection, Table.RUN, Twice.FAIL);
        rows.write(rows.row(
                number,
                title,
                state.toString(),
                seed,
                optimiser,
                evaluator,
                settings,
                problem,
                versions,
                host,
                started,
                null,
                0,
                null,
                null));
        tallies.put(Key.RUNS, new Tally(runs.size() + 1, number));
        return number;
    }
}
