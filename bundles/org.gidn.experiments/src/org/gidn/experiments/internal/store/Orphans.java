// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.project.RunState;

/** Gives rows whose set or run was lost another one in its place, which says so. */
final class Orphans {
    /** The source of sets whose own row was lost. */
    private static final String SAVED = "saved";

    private final Connection connection;
    private final CheckedReader reader;
    private final Rebuild rebuild;

    Orphans(Connection connection, Rebuild rebuild) throws SQLException {
        this.connection = connection;
        this.reader = new CheckedReader(connection);
        this.rebuild = rebuild;
    }

    void adopt() throws SQLException {
        for (long id : numbers("SELECT DISTINCT candidate_set FROM evaluation")) {
            if (!rebuild.sets().containsKey(id)) {
                rebuild.sets().put(id, set(id));
            }
        }
        Set<Long> numbers = new TreeSet<>();
        for (Row set : rebuild.sets().values()) {
            numbers.add(set.integer("run"));
        }
        for (String table : List.of(Table.METRIC, Table.EVENT, Table.PHASE, Table.ARTEFACT, Table.ASKED, Table.TOLD)) {
            numbers.addAll(numbers("SELECT DISTINCT run FROM " + table));
        }
        for (long number : numbers) {
            if (!rebuild.runs().containsKey((int) number)) {
                rebuild.runs().put((int) number, run((int) number));
            }
        }
    }

    private Set<Long> numbers(String query) throws SQLException {
        Set<Long> numbers = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(query);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    private Row first(long set) throws SQLException {
        return reader.rows(Table.EVALUATION, "WHERE candidate_set = ? ORDER BY position LIMIT 1", set)
                .get(0);
    }

    private Row set(long id) throws SQLException {
        long time = first(id).integer("time");
        // Runs of a project do not overlap: the one that was begun last before the evaluation made it.
        int run = rebuild.runs().values().stream()
                .filter(each -> each.integer("started") <= time
                        && (each.value("finished") == null || each.integer("finished") >= time))
                .max(Comparator.comparingLong(each -> each.integer("started")))
                .map(each -> (int) each.integer("number"))
                .orElseGet(this::lostRun);
        rebuild.incomplete(run);
        long iteration = rebuild.sets().values().stream()
                .filter(set -> set.integer("run") == run && set.text("source").equals(SAVED))
                .count();
        Row set = new Row(
                Schema.of(Schema.VERSION).table(Table.SET),
                new Object[] {id, run, SAVED, iteration, 0L, 0L, new SetSums().bytes(), new byte[0], null});
        set.set();
        return set;
    }

    /** The number of a run for all sets of which it is not known whose they are. */
    private int lostRun() {
        return 1
                + Math.max(
                        highest(rebuild.runs()),
                        rebuild.sets().values().stream()
                                .filter(set -> rebuild.runs().containsKey((int) set.integer("run"))
                                        || !set.text("source").equals(SAVED))
                                .mapToInt(set -> (int) set.integer("run"))
                                .max()
                                .orElse(0));
    }

    private static int highest(Map<Integer, Row> runs) {
        return runs.keySet().stream().reduce(0, Math::max);
    }

    private Row run(int number) throws SQLException {
        Row design = null;
        long started = Long.MAX_VALUE;
        long finished = 0;
        long spent = 0;
        List<Row> sets = rebuild.sets().values().stream()
                .filter(set -> set.integer("run") == number)
                .toList();
        for (Row set : sets) {
            for (Row row : reader.rows(Table.EVALUATION, "WHERE candidate_set = ?", set.integer("id"))) {
                design = row;
                started = Math.min(started, row.integer("time"));
                finished = Math.max(finished, row.integer("time"));
                spent = Math.max(spent, row.integer("spent"));
            }
        }
        String problem = problem(design == null ? 0 : design.bytes("design").length, objectives(sets));
        Row run = new Row(Schema.of(Schema.VERSION).table(Table.RUN), new Object[] {
            number,
            NLS.bind(Messages.runLostTitle, number),
            RunState.FAILED.toString(),
            0L,
            "?",
            "?",
            "{}",
            problem,
            "{}",
            "{}",
            design == null ? 0 : started,
            finished,
            spent,
            best(sets, problem),
            Messages.runLost,
            null
        });
        run.set();
        return run;
    }

    private int objectives(List<Row> sets) throws SQLException {
        long objectives = 1;
        for (Row set : sets) {
            for (long objective :
                    numbers("SELECT max(objective) FROM further_value WHERE candidate_set = " + set.integer("id"))) {
                objectives = Math.max(objectives, 1 + objective);
            }
        }
        return (int) objectives;
    }

    private Double best(List<Row> sets, String problem) throws SQLException {
        Goal goal = ProblemText.read(problem).outputs().get(0).goal();
        double best = Double.NaN;
        for (Row set : sets) {
            if (Candidates.apart(set.text("source"))) {
                continue;
            }
            for (Row row : reader.rows(Table.EVALUATION, "WHERE candidate_set = ?", set.integer("id"))) {
                best = goal.better(row.real("value"), best) ? row.real("value") : best;
            }
        }
        return RowWriter.real(best);
    }

    /** The problem of the project's other runs, if they have one and it fits; else one that shows the designs as they are. */
    private String problem(int bytes, int objectives) {
        List<String> others = rebuild.runs().values().stream()
                .map(run -> run.text("problem"))
                .distinct()
                .filter(problem -> fits(problem, bytes, objectives))
                .toList();
        return others.size() == 1
                ? others.get(0)
                : new ProblemText(
                                IntStream.rangeClosed(1, objectives)
                                        .mapToObj(k -> new Output("value " + k, "", Goal.MAXIMISE))
                                        .toList(),
                                DesignSpace.binary(1, Math.max(1, 8 * bytes)))
                        .write();
    }

    private static boolean fits(String text, int bytes, int objectives) {
        try {
            ProblemText problem = ProblemText.read(text);
            int variables = problem.space().variables();
            boolean fits = bytes == 0 || bytes == (variables + 7) / 8 || bytes == Double.BYTES * variables;
            return fits && problem.outputs().size() == objectives;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
