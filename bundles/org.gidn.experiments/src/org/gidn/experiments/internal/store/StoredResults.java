// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;

/** The results of a run, read from the database. */
public final class StoredResults implements RunResults {
    private final StoreReader reader;
    private final StoredValues storedValues;
    private final Supplier<RunRecord> record;
    private final Path folder;
    private final int run;
    private final Goal goal;
    private final int variables;

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
        this.variables = now.space().variables();
    }

    @Override
    public RunRecord run() {
        return record.get();
    }

    @Override
    public List<CandidateSet> sets() {
        return reader.query(
                "SELECT id, source, iteration, size, total FROM candidate_set WHERE run = ? ORDER BY id",
                row -> new CandidateSet(
                        row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                run);
    }

    @Override
    public Values values(Collection<CandidateSet> sets) {
        return storedValues.of(sets);
    }

    @Override
    public double[] values(Collection<CandidateSet> sets, int objective) {
        if (objective == 0) {
            return values(sets).values();
        }
        List<Double> values = new ArrayList<>();
        for (CandidateSet set : sets) {
            values.addAll(reader.query(
                    "SELECT value FROM further_value WHERE candidate_set = ? AND objective = ?"
                            + " ORDER BY position LIMIT ?",
                    row -> StoreWriter.real(row, 1),
                    set.id(),
                    objective,
                    set.size()));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public DesignBatch designs(Collection<CandidateSet> sets) {
        List<byte[]> rows = new ArrayList<>();
        reader.forEachEvaluation("design", sets, row -> rows.add(row.getBytes(1)));
        return DesignCodec.decode(rows, variables);
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
        String ids = byId.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
        // The same design may stand in several sets: ask for more until there are enough different ones.
        for (long limit = 2L * count + 16; ; limit *= 8) {
            Set<ByteBuffer> seen = new HashSet<>();
            List<FoundDesign> found = new ArrayList<>();
            int[] rows = new int[1];
            reader.forEach(
                    "SELECT candidate_set, design, value, predicted, count FROM evaluation WHERE candidate_set IN ("
                            + ids
                            + ") AND value IS NOT NULL ORDER BY value " + (goal == Goal.MAXIMISE ? "DESC" : "ASC")
                            + ", spent, candidate_set, position LIMIT ?",
                    row -> {
                        rows[0]++;
                        byte[] design = row.getBytes(2);
                        if (seen.add(ByteBuffer.wrap(design))) {
                            CandidateSet set = byId.get(row.getLong(1));
                            found.add(new FoundDesign(
                                    DesignCodec.decode(List.of(design), variables),
                                    row.getDouble(3),
                                    StoreWriter.real(row, 4),
                                    row.getInt(5),
                                    set.source(),
                                    set.iteration()));
                        }
                    },
                    limit);
            if (found.size() >= count || rows[0] < limit) {
                return List.copyOf(found.subList(0, Math.min(count, found.size())));
            }
        }
    }

    @Override
    public Statistics statistics(Collection<CandidateSet> sets) {
        Values values = values(sets);
        // A design stands once in a set, but may stand in several.
        long distinct = sets.size() < 2
                ? values.size()
                : DistinctDesigns.of(designs(sets)).designs().size();
        return DesignStatistics.of(values, goal, distinct);
    }

    @Override
    public List<Improvement> convergence() {
        // Read as they are stored and sorted afterwards, since sorting all takes longer than reading does. Where the
        // evaluations spent step back, another set begins, and what the sets before it found may be of a later time.
        List<Improvement> candidates = new ArrayList<>();
        double[] best = {Double.NaN};
        long[] before = {0};
        reader.forEachEvaluation("value, spent", sets(), row -> {
            double value = StoreWriter.real(row, 1);
            long spent = row.getLong(2);
            if (spent < before[0]) {
                best[0] = Double.NaN;
            }
            before[0] = spent;
            if (goal.better(value, best[0])) {
                best[0] = value;
                candidates.add(new Improvement(spent, value));
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
    public List<String> metricNames() {
        return reader.query(
                "SELECT DISTINCT name FROM metric WHERE run = ? ORDER BY name", row -> row.getString(1), run);
    }

    @Override
    public List<Metric> metrics(String name) {
        return reader.query(
                "SELECT iteration, step, value FROM metric WHERE run = ? AND name = ? ORDER BY iteration, step",
                row -> new Metric(row.getInt(1), row.getLong(2), StoreWriter.real(row, 3)),
                run,
                name);
    }

    @Override
    public List<Event> events() {
        return reader.query(
                "SELECT time, message FROM event WHERE run = ? ORDER BY rowid",
                row -> new Event(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)),
                run);
    }

    @Override
    public List<PhaseTime> phases() {
        return reader.query(
                "SELECT name, seconds, steps, unit FROM phase WHERE run = ? ORDER BY rowid",
                row -> new PhaseTime(row.getString(1), row.getDouble(2), row.getLong(3), row.getString(4)),
                run);
    }

    @Override
    public List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
