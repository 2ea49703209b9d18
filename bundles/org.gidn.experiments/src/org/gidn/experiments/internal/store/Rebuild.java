// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gidn.core.problem.Output;
import org.gidn.experiments.internal.store.RowWriter.Twice;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.internal.store.Tallies.Tally;
import org.gidn.experiments.project.RunState;

/**
 * Makes a whole database of rows that come from another one, of this format or of the one before, in any order: what has lost
 * its set or its run gets one in its place, sets have no gaps, and all checksums, sums and tallies are made anew.
 */
final class Rebuild {
    private final Connection connection;
    private final Map<String, RowWriter> writers = new HashMap<>();
    private final Map<Integer, Row> runs = new TreeMap<>();
    private final Map<Long, Row> sets = new TreeMap<>();
    private final Set<Integer> incomplete = new TreeSet<>();
    private final Tallies tallies;
    private boolean unchecked;
    private long evaluations;
    private long lost;

    /**
     * @param connection to the new database, in which the tables are there and empty
     */
    Rebuild(Connection connection) throws SQLException {
        this.connection = connection;
        this.tallies = new Tallies(connection);
        for (Table table : Schema.of(Schema.VERSION).tables()) {
            if (table.checked()) {
                writers.put(table.name(), new RowWriter(connection, table.name(), Twice.IGNORE));
            }
        }
    }

    /** Takes in a row. Of two of the same run or set the one counts that has come farther. */
    void add(Row old) throws SQLException {
        unchecked |= !old.table().checked();
        Row row = renewed(old);
        switch (row.table().name()) {
            case Table.RUN ->
                runs.merge(
                        (int) row.integer("number"),
                        row,
                        (one, other) -> one.integer("evaluations") < other.integer("evaluations") ? other : one);
            case Table.SET ->
                sets.merge(
                        row.integer("id"),
                        row,
                        (one, other) -> one.integer("size") < other.integer("size") ? other : one);
            default -> writers.get(row.table().name()).write(row);
        }
    }

    /** Records a file of a run. */
    void addFile(int run, String name, Artefacts.Digest digest) throws SQLException {
        RowWriter artefacts = writers.get(Table.ARTEFACT);
        artefacts.write(artefacts.row(run, name, digest.size(), digest.sha256()));
    }

    /** The same row in this program's format. */
    private static Row renewed(Row old) throws SQLException {
        Table table = Schema.of(Schema.VERSION).table(old.table().name());
        if (old.table().checked()) {
            return old;
        }
        Object[] values = Arrays.copyOf(old.values(), table.columns().size());
        if (table.name().equals(Table.SET)) {
            values[table.index("sums")] = new SetSums().bytes();
            values[table.index("best")] = new byte[0];
        } else if (table.name().equals(Table.PHASE)) {
            values[table.index("begun")] = 0;
        }
        Row row = new Row(table, values);
        row.set();
        return row;
    }

    /** The runs that are there so far, by number. */
    Map<Integer, Row> runs() {
        return runs;
    }

    /** The sets that are there so far, by identifier. */
    Map<Long, Row> sets() {
        return sets;
    }

    /** Notes that something of a run is missing, so that it is not done. */
    void incomplete(int run) {
        incomplete.add(run);
    }

    /**
     * Makes what belongs to all rows.
     *
     * @param declared how many rows there once were, as far as that is known
     */
    void finish(Map<Key, Tally> declared) throws SQLException {
        new Orphans(connection, this).adopt();
        SetRebuild rebuild = new SetRebuild(connection);
        for (Row set : sets.values()) {
            int run = (int) set.integer("run");
            long before = set.integer("size");
            RecordedBest best = RecordedBest.of(runs.get(run));
            if (unchecked && best != null && !Double.isNaN(best.value())) {
                rebuild.dropBetter(set.integer("id"), best);
            }
            List<Output> outputs = ProblemText.outputs(runs.get(run));
            rebuild.run(set, outputs.size(), outputs.get(0).goal());
            evaluations += set.integer("size");
            if (before != set.integer("size")) {
                lost += Math.max(0, before - set.integer("size"));
                incomplete(run);
            }
            writers.get(Table.SET).write(set);
            tallies.add(Key.of(run, Table.SET), set.checksum());
        }
        countDiaries();
        for (Map.Entry<Key, Tally> entry : declared.entrySet()) {
            if (entry.getValue().size() != tallies.get(entry.getKey()).size()) {
                incomplete(entry.getKey().run());
            }
        }
        for (int run : incomplete) {
            forgetFiles(run);
        }
        for (Row run : runs.values()) {
            stop(run);
            writers.get(Table.RUN).write(run);
        }
        tallies.put(Key.RUNS, new Tally(runs.size(), highest()));
        tallies.flush();
    }

    private void countDiaries() throws SQLException {
        CheckedReader reader = new CheckedReader(connection);
        for (String part : List.of(Table.METRIC, Table.EVENT, Table.PHASE, Table.ARTEFACT, Table.ASKED, Table.TOLD)) {
            for (Row row : reader.rows(part, "")) {
                String name = part.equals(Table.METRIC) ? row.text("name") : "";
                tallies.add(new Key((int) row.integer("run"), part, name), row.checksum());
            }
        }
    }

    /** The highest number that a run has, or had before it was deleted. */
    private int highest() throws SQLException {
        int highest = runs.keySet().stream().reduce(0, Math::max);
        for (Row row : new CheckedReader(connection).rows(Table.DELETED, "")) {
            highest = Math.max(highest, (int) row.integer("run"));
        }
        return highest;
    }

    /** A run that goes on from its beginning must not take up a state that builds on what was lost. */
    private void forgetFiles(int run) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM artefact WHERE run = ?")) {
            delete.setInt(1, run);
            delete.executeUpdate();
        }
        tallies.put(Key.of(run, Table.ARTEFACT), Tally.NONE);
    }

    private void stop(Row run) {
        boolean done = run.text("state").equals(RunState.DONE.toString());
        if (done && incomplete.contains((int) run.integer("number"))) {
            run.set("state", RunState.CANCELLED.toString());
        }
    }

    /** Number of evaluations that are there. */
    long evaluations() {
        return evaluations;
    }

    /** Number of evaluations that are known to be missing. */
    long lost() {
        return lost;
    }
}
