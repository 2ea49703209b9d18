// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.internal.store.EvaluationRow.Column;
import org.gidn.experiments.internal.store.Table.Row;
import org.gidn.experiments.internal.store.Tallies.Key;
import org.gidn.experiments.project.Measurement;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.TimedImprovement;

/** The results of a run, read from the database. */
public final class StoredResults implements RunResults {
    private final StoreReader reader;
    private final StoredValues storedValues;
    private final Supplier<RunRecord> record;
    private final Path folder;
    private final int run;
    private final Goal goal;
    private final List<Goal> goals;
    private final DesignSpace space;

    /**
     * @param reader reads the project's database
     * @param record reads the run's record
     * @param folder the run's folder
     */
    public StoredResults(StoreReader reader, Supplier<RunRecord> record, Path folder) {
        this.reader = reader;
        this.storedValues = new StoredValues(reader);
        this.record = record;
        this.folder = folder;
        RunRecord now = record.get();
        this.run = now.number();
        this.goal = now.objective().goal();
        this.goals = now.outputs().stream().map(Output::goal).collect(Collectors.toList());
        this.space = now.space();
    }

    @Override
    public RunRecord run() {
        return record.get();
    }

    @Override
    public List<CandidateSet> sets() {
        return allSets().filter(set -> !Candidates.apart(set.source())).toList();
    }

    @Override
    public List<CandidateSet> setsApart() {
        return allSets().filter(set -> Candidates.apart(set.source())).toList();
    }

    private Stream<CandidateSet> allSets() {
        return reader.all(Key.of(run, Table.SET), "id").stream()
                .map(row -> new CandidateSet(
                        row.integer("id"),
                        row.text("source"),
                        (int) row.integer("iteration"),
                        row.integer("size"),
                        row.integer("total")));
    }

    @Override
    public Values values(Collection<CandidateSet> sets) {
        return storedValues.of(sets);
    }

    @Override
    public double[] values(Collection<CandidateSet> sets, int objective) {
        return objective == 0 ? values(sets).values() : storedValues.further(sets, objective);
    }

    @Override
    public long[] spent(Collection<CandidateSet> sets) {
        LongStream.Builder spent = LongStream.builder();
        reader.forEachEvaluation(EnumSet.of(Column.SPENT), sets, row -> spent.add(row.spent));
        return spent.build().toArray();
    }

    @Override
    public Map<Integer, String> failures(Collection<CandidateSet> sets) {
        Map<Integer, String> failures = new HashMap<>();
        reader.answer(store -> {
            int before = 0;
            for (CandidateSet set : sets) {
                int from = before;
                store.forEachRow(Table.FAILURE, set.id(), row -> {
                    if (row.integer("position") < set.size()) {
                        failures.put(from + (int) row.integer("position"), row.text("reason"));
                    }
                });
                before += Math.toIntExact(set.size());
            }
            return null;
        });
        return failures;
    }

    @Override
    public DesignBatch designs(Collection<CandidateSet> sets) {
        List<byte[]> rows = new ArrayList<>();
        reader.forEachEvaluation(EnumSet.of(Column.DESIGN), sets, row -> rows.add(row.design));
        return DesignCodec.decode(rows, space.variables());
    }

    @Override
    public Map<String, List<Measurement>> measured() {
        Map<String, List<Measurement>> measured = new HashMap<>();
        for (Row row : reader.all(Key.of(run, Table.TOLD), "number")) {
            DesignBatch design = DesignCodec.decode(List.of(row.bytes("design")), space.variables());
            measured.computeIfAbsent(DesignText.format(space, design, 0), text -> new ArrayList<>())
                    .add(StoredLaboratory.measurement(row));
        }
        return measured;
    }

    @Override
    public List<FoundDesign> best(int count) {
        return best(count, sets());
    }

    @Override
    public List<FoundDesign> best(int count, Collection<CandidateSet> sets) {
        if (sets.isEmpty() || count < 1) {
            return List.of();
        }
        Map<Long, CandidateSet> byId = sets.stream().collect(Collectors.toMap(CandidateSet::id, Function.identity()));
        if (count <= BestPositions.MOST) {
            List<Row> remembered = reader.answer(store -> BestEvaluations.remembered(store, sets, goal))
                    .orElse(List.of());
            List<FoundDesign> found = distinct(remembered, byId, count);
            if (found.size() == count) {
                return found;
            }
        }
        BestEvaluations evaluations = new BestEvaluations(sets, values(sets).values(), goal);
        // The same design may stand in several sets: ask for more until there are enough different ones.
        for (int limit = 2 * count + 16; ; limit *= 8) {
            int rows = limit;
            List<Row> sorted =
                    reader.answer(store -> evaluations.read(store, rows)).orElse(List.of());
            List<FoundDesign> found = distinct(sorted, byId, count);
            if (found.size() == count || sorted.size() < limit) {
                return found;
            }
        }
    }

    /** The first different designs among some evaluations. */
    private List<FoundDesign> distinct(List<Row> evaluations, Map<Long, CandidateSet> sets, int most) {
        Set<ByteBuffer> seen = new HashSet<>();
        return evaluations.stream()
                .filter(row -> seen.add(ByteBuffer.wrap(row.bytes("design"))))
                .limit(most)
                .map(row -> found(row, sets.get(row.integer("candidate_set"))))
                .toList();
    }

    @Override
    public List<FoundDesign> found(Collection<CandidateSet> sets, int[] places) {
        int[] sorted = IntStream.of(places).sorted().toArray();
        Map<Integer, FoundDesign> found = new HashMap<>();
        int from = 0;
        int next = 0;
        for (CandidateSet set : sets) {
            List<Integer> positions = new ArrayList<>();
            for (; next < sorted.length && sorted[next] < from + set.size(); next++) {
                positions.add(sorted[next] - from);
            }
            int before = from;
            reader.answer(store -> store.evaluations(set.id(), positions))
                    .orElse(List.of())
                    .forEach(row -> found.put(before + (int) row.integer("position"), found(row, set)));
            from += Math.toIntExact(set.size());
        }
        return IntStream.of(places).mapToObj(found::get).toList();
    }

    /** The values of one evaluation for all objectives. */
    private double[] values(Row evaluation) {
        double[] values = new double[goals.size()];
        values[0] = evaluation.real("value");
        if (values.length > 1) {
            reader.answer(store -> store.rows(
                            Table.FURTHER,
                            "WHERE candidate_set = ? AND position = ?",
                            evaluation.integer("candidate_set"),
                            evaluation.integer("position")))
                    .orElse(List.of())
                    .forEach(row -> values[(int) row.integer("objective")] = row.real("value"));
        }
        return values;
    }

    private FoundDesign found(Row row, CandidateSet set) {
        return new FoundDesign(
                space,
                DesignCodec.decode(List.of(row.bytes("design")), space.variables()),
                values(row),
                row.real("predicted"),
                (int) row.integer("count"),
                set.source(),
                set.iteration());
    }

    @Override
    public Statistics statistics(Collection<CandidateSet> sets, int objective) {
        Values values = values(sets);
        double[] numbers = objective == 0 ? values.values() : values(sets, objective);
        int[] good = IntStream.range(0, numbers.length)
                .filter(i -> !Double.isNaN(numbers[i]))
                .toArray();
        // A design stands once in a set, but may stand in several.
        long distinct = sets.size() < 2
                ? good.length
                : DistinctDesigns.of(designs(sets).select(good)).designs().size();
        return DesignStatistics.of(
                numbers, values.counts(), Objects.requireNonNullElse(goals.get(objective), Goal.MAXIMISE), distinct);
    }

    @Override
    public List<Improvement> convergence() {
        // Read as they are stored and sorted afterwards, since sorting all takes longer than reading does. Where the
        // evaluations spent step back, another set begins, and what the sets before it found may be of a later time.
        List<Improvement> candidates = new ArrayList<>();
        double[] best = {Double.NaN};
        long[] before = {0};
        reader.forEachEvaluation(EnumSet.of(Column.VALUE, Column.SPENT), sets(), row -> {
            if (row.spent < before[0]) {
                best[0] = Double.NaN;
            }
            before[0] = row.spent;
            if (goal.better(row.value, best[0])) {
                best[0] = row.value;
                candidates.add(new Improvement(row.spent, row.value));
            }
        });
        candidates.sort(Comparator.comparingLong(Improvement::evaluations));
        List<Improvement> points = new ArrayList<>();
        for (Improvement candidate : candidates) {
            if (points.isEmpty()
                    || goal.better(
                            candidate.best(), points.get(points.size() - 1).best())) {
                points.add(candidate);
            }
        }
        RunRecord now = run();
        if (!points.isEmpty() && points.get(points.size() - 1).evaluations() < now.evaluations()) {
            points.add(new Improvement(
                    now.evaluations(), points.get(points.size() - 1).best()));
        }
        return points;
    }

    @Override
    public List<TimedImprovement> improvementsByTime() {
        // As above, for the times of a set ascend, and those of another one begin anew.
        List<TimedImprovement> candidates = new ArrayList<>();
        RunRecord now = run();
        long begun = now.started().toEpochMilli();
        double[] best = {Double.NaN};
        long[] before = {0};
        reader.forEachEvaluation(EnumSet.of(Column.VALUE, Column.TIME), sets(), row -> {
            if (row.time < before[0]) {
                best[0] = Double.NaN;
            }
            before[0] = row.time;
            if (goal.better(row.value, best[0])) {
                best[0] = row.value;
                candidates.add(new TimedImprovement((row.time - begun) / 1000.0, row.value));
            }
        });
        candidates.sort(Comparator.comparingDouble(TimedImprovement::seconds));
        List<TimedImprovement> points = new ArrayList<>();
        for (TimedImprovement candidate : candidates) {
            if (points.isEmpty()
                    || goal.better(
                            candidate.best(), points.get(points.size() - 1).best())) {
                points.add(candidate);
            }
        }
        if (!points.isEmpty()) {
            TimedImprovement last = points.get(points.size() - 1);
            double end =
                    now.finished() == null ? last.seconds() : (now.finished().toEpochMilli() - begun) / 1000.0;
            points.add(new TimedImprovement(Math.max(last.seconds(), end), last.best()));
        }
        return points;
    }

    @Override
    public List<String> metricNames() {
        return reader.answer(store -> store.metrics(run)).orElse(List.of());
    }

    @Override
    public List<Metric> metrics(String name) {
        return reader.all(new Key(run, Table.METRIC, name), "iteration, step").stream()
                .map(row -> new Metric((int) row.integer("iteration"), row.integer("step"), row.real("value")))
                .toList();
    }

    @Override
    public List<Event> events() {
        return reader.all(Key.of(run, Table.EVENT), "rowid").stream()
                .map(row -> new Event(Instant.ofEpochMilli(row.integer("time")), row.text("message")))
                .toList();
    }

    @Override
    public List<PhaseTime> phases() {
        Map<String, PhaseTime> byName = new LinkedHashMap<>();
        reader.all(Key.of(run, Table.PHASE), "rowid")
                .forEach(row -> byName.merge(
                        row.text("name"),
                        new PhaseTime(row.text("name"), row.real("seconds"), row.integer("steps"), row.text("unit")),
                        (one, other) -> new PhaseTime(
                                one.name(), one.seconds() + other.seconds(), one.steps() + other.steps(), one.unit())));
        return List.copyOf(byName.values());
    }

    @Override
    public List<RunFile> artefacts(String kind) {
        List<Row> recorded = reader.all(Key.of(run, Table.ARTEFACT), "name");
        Map<String, Artefact> declared = new HashMap<>();
        for (Row row : recorded) {
            Artefact artefact = ArtefactNames.read(row.text("name"));
            declared.put(artefact.name(), artefact);
        }
        return new Artefacts(folder)
                .whole(recorded).stream()
                        .map(file -> new RunFile(
                                declared.getOrDefault(
                                        file.getFileName().toString(),
                                        ArtefactNames.read(file.getFileName().toString())),
                                file))
                        .filter(file -> file.artefact().kind().equals(kind))
                        .sorted(Comparator.comparing(
                                file -> file.artefact().numbers().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray(),
                                Arrays::compare))
                        .toList();
    }

    @Override
    public List<Path> files() {
        return new Artefacts(folder).whole(reader.all(Key.of(run, Table.ARTEFACT), "name"));
    }
}
