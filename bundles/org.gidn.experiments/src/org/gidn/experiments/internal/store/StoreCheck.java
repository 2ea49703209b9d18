// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.EvaluationRow.Column;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.project.ProjectCheck;

/** Verifies all that a project has stored. */
public final class StoreCheck {
    private static final int MOST_OF_SQLITE = 3;

    private final Path runs;
    private final List<String> damages = new ArrayList<>();
    private final List<Path> spoiltFiles = new ArrayList<>();
    private long evaluations;
    private long measurements;
    private boolean structure;

    private StoreCheck(Path runs) {
        this.runs = runs;
    }

    /**
     * Verifies a database and the files of its runs.
     *
     * @param file the database; need not be there
     * @param runs the folder with the folders of the runs
     */
    public static ProjectCheck of(Path file, Path runs) {
        StoreCheck check = new StoreCheck(runs);
        int[] number = new int[1];
        boolean[] checked = {true};
        try {
            Optional<Connection> opened = Database.openForReading(file);
            if (opened.isPresent()) {
                try (Connection connection = opened.get()) {
                    connection.setAutoCommit(false);
                    CheckedReader reader = new CheckedReader(connection);
                    checked[0] = reader.checked();
                    check.verify(() -> check.sqlite(connection));
                    check.verify(() -> number[0] = check.runs(connection, reader));
                }
            }
        } catch (SQLException e) {
            throw Database.translate(e, file);
        } catch (DamagedStoreException e) {
            check.damages.add(e.place());
        }
        return new ProjectCheck(
                List.copyOf(check.damages),
                List.copyOf(check.spoiltFiles),
                number[0],
                check.evaluations,
                check.measurements,
                checked[0]);
    }

    /**
     * Writes a copy of a database that is whole, also while a run is at work.
     *
     * @param copy a file that is not there yet
     * @throws InvalidInputException if the database cannot be read, or something in it or a file of a run is damaged
     */
    public static void copy(Path file, Path runs, Path copy) {
        Database.copy(file, copy);
        ProjectCheck check = of(copy, runs);
        if (!check.damages().isEmpty()) {
            throw new DamagedStoreException(file, check.damages().get(0), null);
        }
        check.files().stream().filter(Files::exists).findFirst().ifPresent(spoilt -> {
            throw new InvalidInputException(NLS.bind(Messages.artefactDamaged, spoilt));
        });
    }

    @FunctionalInterface
    private interface Part {
        void verify() throws SQLException;
    }

    /** Verifies a part; damage to it is noted and hides no other one. */
    private void verify(Part part) throws SQLException {
        try {
            part.verify();
        } catch (SQLException e) {
            if (!Database.damaged(e)) {
                throw e;
            }
            if (e instanceof DamageException) {
                note(e.getMessage());
            } else {
                noteStructure(Messages.damagedPages);
            }
        }
    }

    /** What SQLite itself finds is told by its words, and not a second time where a page is met that cannot be read. */
    private void noteStructure(String damage) {
        if (!structure || !damage.equals(Messages.damagedPages)) {
            note(damage);
        }
        structure = true;
    }

    private void note(String damage) {
        if (!damages.contains(damage)) {
            damages.add(damage);
        }
    }

    private void sqlite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check(" + MOST_OF_SQLITE + ")")) {
            while (row.next()) {
                if (!row.getString(1).equals("ok")) {
                    noteStructure(
                            NLS.bind(Messages.damagedSqlite, row.getString(1).replace('\n', ' ')));
                }
            }
        }
    }

    private int runs(Connection connection, CheckedReader reader) throws SQLException {
        List<Row> rows = reader.runs();
        verify(() -> reader.lastRun());
        for (Row row : rows) {
            int run = (int) row.integer("number");
            if (!row.whole()) {
                note(DamageException.ofRun(Table.RUN, run).getMessage());
            }
            verify(() -> {
                for (Row set : reader.sets(run)) {
                    evaluations += set.integer("size");
                    verify(() -> set(reader, set));
                }
            });
            diary(reader, run);
        }
        verify(() -> reader.rows(Table.LABEL, ""));
        verify(() -> reader.rows(Table.DELETED, ""));
        verify(() -> belonging(connection));
        return rows.size();
    }

    private void set(CheckedReader reader, Row set) throws SQLException {
        reader.forEach(set, EnumSet.allOf(Column.class), row -> {});
        reader.forEachRow(Table.EVALUATION, set.integer("id"), row -> {});
        reader.forEachRow(Table.FURTHER, set.integer("id"), row -> {});
        SetSums sums = new SetSums();
        reader.forEachRow(
                Table.FAILURE,
                set.integer("id"),
                row -> sums.add(SetSums.FAILURE, row.integer("position"), row.checksum()));
        if (!reader.checked()) {
            return;
        }
        // They have no sum: one that is lost is asked for anew.
        reader.forEachRow(Table.GRADIENT, set.integer("id"), row -> {});
        SetSums stored = SetSums.of(set.bytes("sums"));
        for (int objective = 1; objective < stored.outputs(); objective++) {
            reader.further(set, objective);
        }
        if (!sums.agrees(stored, SetSums.FAILURE)) {
            throw DamageException.ofRun(Table.FAILURE, set.integer("run"));
        }
    }

    private void diary(CheckedReader reader, int run) throws SQLException {
        verify(() -> {
            for (String name : reader.metrics(run)) {
                verify(() -> reader.all(new Key(run, Table.METRIC, name), "iteration, step"));
            }
        });
        verify(() -> reader.all(Key.of(run, Table.EVENT), "rowid"));
        verify(() -> reader.all(Key.of(run, Table.PHASE), "rowid"));
        verify(() -> reader.all(Key.of(run, Table.ASKED), "number"));
        verify(() ->
                measurements += reader.all(Key.of(run, Table.TOLD), "number").size());
        verify(() -> {
            Artefacts files = new Artefacts(runs.resolve(Integer.toString(run)));
            for (Row file : reader.all(Key.of(run, Table.ARTEFACT), "name")) {
                Artefacts.State state = files.state(file);
                if (state == Artefacts.State.DAMAGED || state == Artefacts.State.GONE) {
                    spoiltFiles.add(files.file(Artefacts.name(file)));
                }
            }
        });
    }

    /** What belongs to no set or to no run is left of one that was lost. */
    private void belonging(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            Schema schema = Schema.of(Database.version(connection));
            for (String table : List.of(Table.EVALUATION, Table.FURTHER, Table.GRADIENT, Table.FAILURE)) {
                lone(statement, schema.table(table), "candidate_set NOT IN (SELECT id FROM candidate_set)");
            }
            for (String table :
                    List.of(Table.SET, Table.METRIC, Table.EVENT, Table.PHASE, Table.ASKED, Table.TOLD, Table.LABEL)) {
                lone(statement, schema.table(table), "run NOT IN (SELECT number FROM run)");
            }
        }
    }

    /**
     * @param table null if the format has none of this kind
     */
    private void lone(Statement statement, Table table, String condition) throws SQLException {
        if (table == null) {
            return;
        }
        try (ResultSet row =
                statement.executeQuery("SELECT 1 FROM " + table.name() + " WHERE " + condition + " LIMIT 1")) {
            if (row.next()) {
                note(NLS.bind(Messages.damagedLone, table.name()));
            }
        }
    }
}
