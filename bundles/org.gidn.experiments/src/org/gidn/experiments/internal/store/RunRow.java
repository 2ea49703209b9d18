// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    /** Inserts the run and returns its number. */
    int insert(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO run (title, state, seed, optimiser, evaluator, settings, problem, versions, host,"
                                + " started, evaluations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
                PreparedStatement select = connection.prepareStatement("SELECT last_insert_rowid()")) {
            insert.setString(1, title);
            insert.setString(2, RunState.RUNNING.toString());
            insert.setLong(3, seed);
            insert.setString(4, optimiser);
            insert.setString(5, evaluator);
            insert.setString(6, settings);
            insert.setString(7, problem);
            insert.setString(8, versions);
            insert.setString(9, host);
            insert.setLong(10, System.currentTimeMillis());
            insert.executeUpdate();
            try (ResultSet row = select.executeQuery()) {
                return row.getInt(1);
            }
        }
    }
}
