// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gidn.core.run.Artefact;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;

/** What a run writes besides its evaluations. */
final class RunDiary {
    private final Tallies tallies;
    private final CheckedReader reader;
    private final RowWriter metrics;
    private final RowWriter events;
    private final RowWriter phases;
    private final RowWriter artefacts;
    private int run;

    RunDiary(Connection connection, Tallies tallies) throws SQLException {
        this.tallies = tallies;
        this.reader = new CheckedReader(connection);
        this.metrics = new RowWriter(connection, Table.METRIC, Twice.REPLACE);
        this.events = new RowWriter(connection, Table.EVENT, Twice.IGNORE);
        this.phases = new RowWriter(connection, Table.PHASE, Twice.REPLACE);
        this.artefacts = new RowWriter(connection, Table.ARTEFACT, Twice.REPLACE);
    }

    void begin(int number) {
        run = number;
    }

    void metric(String name, int iteration, long step, double value) throws SQLException {
        List<Row> before = reader.rows(
                Table.METRIC, "WHERE run = ? AND name = ? AND iteration = ? AND step = ?", run, name, iteration, step);
        replace(
                metrics,
                metrics.row(run, name, iteration, step, RowWriter.real(value)),
                before,
                new Key(run, Table.METRIC, name));
    }

    void event(String message, long time) throws SQLException {
        Row row = events.row(run, time, message);
        if (events.write(row)) {
            tallies.add(Key.of(run, Table.EVENT), row.checksum());
        }
    }

    void phase(String name, long begun, double seconds, long steps, String unit) throws SQLException {
        List<Row> before = reader.rows(Table.PHASE, "WHERE run = ? AND name = ? AND begun = ?", run, name, begun);
        double secondsBefore = before.isEmpty() ? 0 : before.get(0).real("seconds");
        long stepsBefore = before.isEmpty() ? 0 : before.get(0).integer("steps");
        replace(
                phases,
                phases.row(run, name, secondsBefore + seconds, Math.max(stepsBefore, steps), unit, begun),
                before,
                Key.of(run, Table.PHASE));
    }

    /** A file that a former program recorded keeps the name that it has there. */
    void artefact(Artefact artefact, Artefacts.Digest digest) throws SQLException {
        List<Row> before = rows(artefact);
        String name =
                before.isEmpty() ? ArtefactNames.write(artefact) : before.get(0).text("name");
        replace(
                artefacts,
                artefacts.row(run, name, digest.size(), digest.sha256()),
                before,
                Key.of(run, Table.ARTEFACT));
    }

    Optional<Row> artefact(Artefact artefact) throws SQLException {
        return rows(artefact).stream().findFirst();
    }

    private List<Row> rows(Artefact artefact) throws SQLException {
        return reader.rows(
                Table.ARTEFACT,
                "WHERE run = ? AND name IN (?, ?)",
                run,
                ArtefactNames.write(artefact),
                artefact.name());
    }

    private void replace(RowWriter writer, Row row, List<Row> before, Key key) throws SQLException {
        writer.write(row);
        if (before.isEmpty()) {
            tallies.add(key, row.checksum());
        } else {
            tallies.change(key, before.get(0).checksum(), row.checksum());
        }
    }
}
