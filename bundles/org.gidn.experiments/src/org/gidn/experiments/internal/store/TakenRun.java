// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gidn.core.problem.Output;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.project.RunState;

/** Takes a run that was made in a project of its own over into another, whole or not at all; to be called with the other's lock held. */
public final class TakenRun {
    private static final List<String> OF_SETS = List.of(Table.EVALUATION, Table.FURTHER, Table.GRADIENT, Table.FAILURE);
    private static final int FIRST = 1;

    private final CheckedReader from;
    private final Connection to;
    private final Tallies tallies;
    private final int number;

    private TakenRun(CheckedReader from, Connection to, Tallies tallies, int number) {
        this.from = from;
        this.to = to;
        this.tallies = tallies;
        this.number = number;
    }

    /**
     * Takes a run over.
     *
     * @param database that of the project that has the run alone
     * @param files its files, which are moved; need not be there
     * @param into the database of the other project
     * @param settings JSON of the settings that the run is to have there
     * @param versions from the JSON of versions that it has to that which it is to have
     * @return its number there
     */
    public static int take(Path database, Path files, Path into, String settings, UnaryOperator<String> versions)
            throws IOException {
        try (Connection source = Database.openForReading(database).orElseThrow();
                Connection target = Database.openForWriting(into);
                Statement statement = target.createStatement()) {
            // A transaction that begins by reading could not write any more once somebody else has written meanwhile.
            statement.executeUpdate("UPDATE tally SET size = size WHERE run < 0");
            CheckedReader from = new CheckedReader(source);
            Row run = from.rows(Table.RUN, "WHERE number = ?", FIRST).get(0);
            Tallies tallies = new Tallies(target);
            int number = new RunRow(
                            run.text("title"),
                            run.integer("seed"),
                            run.text("optimiser"),
                            run.text("evaluator"),
                            settings,
                            run.text("problem"),
                            versions.apply(run.text("versions")),
                            run.text("host"))
                    .insert(target, tallies, RunState.RUNNING, StoreWriter.lastFolder(into), run.integer("started"));
            new TakenRun(from, target, tallies, number).copy(run);
            tallies.flush();
            if (Files.isDirectory(files)) {
                Path place = into.resolveSibling(StoreWriter.RUNS).resolve(Integer.toString(number));
                Files.createDirectories(place.getParent());
                Files.move(files, place);
            }
            target.commit();
            return number;
        } catch (SQLException e) {
            throw Database.translate(e, into);
        }
    }

    private void copy(Row run) throws SQLException {
        copySets(ProblemText.outputs(run));
        for (String name : from.metrics(FIRST)) {
            copyDiary(Table.METRIC, name, "iteration, step");
        }
        copyDiary(Table.EVENT, "", "rowid");
        copyDiary(Table.PHASE, "", "rowid");
        copyDiary(Table.ARTEFACT, "", "name");
        OpenRun open = OpenRun.of(to, number);
        open.progress(run.integer("evaluations"), run.real("best"));
        open.finish(state(run.text("state")), run.text("failure"), run.integer("finished"));
    }

    private static RunState state(String text) {
        return Stream.of(RunState.values())
                .filter(state -> state.toString().equals(text))
                .findFirst()
                .orElse(RunState.CANCELLED);
    }

    private void copySets(List<Output> outputs) throws SQLException {
        SetRebuild rebuild = new SetRebuild(to);
        RowWriter sets = new RowWriter(to, Table.SET, Twice.FAIL);
        long id = lastSet();
        for (Row set : from.sets(FIRST)) {
            long old = set.integer("id");
            long size = set.integer("size");
            long next = ++id;
            for (String table : OF_SETS) {
                RowWriter rows = new RowWriter(to, table, Twice.FAIL);
                from.forEachRow(table, old, row -> {
                    row.set("candidate_set", next);
                    rows.write(row);
                });
            }
            set.set("id", next, "run", number);
            rebuild.run(set, outputs.size(), outputs.get(0).goal());
            if (set.integer("size") != size) {
                throw DamageException.ofRun(Table.EVALUATION, FIRST);
            }
            sets.write(set);
            tallies.add(Key.of(number, Table.SET), set.checksum());
        }
    }

    private long lastSet() throws SQLException {
        try (Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery("SELECT coalesce(max(id), 0) FROM candidate_set")) {
            return row.getLong(1);
        }
    }

    private void copyDiary(String part, String name, String order) throws SQLException {
        RowWriter rows = new RowWriter(to, part, Twice.FAIL);
        for (Row row : from.all(new Key(FIRST, part, name), order)) {
            row.set("run", number);
            rows.write(row);
            tallies.add(new Key(number, part, name), row.checksum());
        }
    }
}
