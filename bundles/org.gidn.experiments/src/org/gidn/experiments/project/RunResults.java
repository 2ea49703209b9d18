// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.run.Artefact;

/**
 * What a run has stored, for figures, views and reports. Read from the project's database at every call, so that a run
 * under way can be watched; values are read once as long as there is memory for them. Values are those of the first objective where no other is asked for. Thread-safe.
 *
 * <p>Evaluations come in sets: the designs that one iteration of the method asked for from one source.
 *
 * @since 1.0
 */
public interface RunResults {
    /** The run itself, as it stands now. */
    RunRecord run();

    /** The sets of all designs that were found, in the order in which they were begun. */
    List<CandidateSet> sets();

    /**
     * The sets that are {@linkplain org.gidn.core.run.Candidates#apart kept apart}: designs outside the problem, single
     * measurements. Nothing counts them but who asks for them.
     */
    List<CandidateSet> setsApart();

    /** The sets of one source, e.g. {@link org.gidn.core.run.Candidates#SAMPLE}, by iteration; empty if there is none. */
    default List<CandidateSet> sets(String source) {
        return sets().stream().filter(set -> set.source().equals(source)).toList();
    }

    /** The evaluations of some sets, one after the other, each set in the order of evaluation, in new arrays. */
    Values values(Collection<CandidateSet> sets);

    /**
     * The values of some sets for one objective, in the order of {@link #values(Collection)}; NaN where an evaluation failed.
     *
     * @param objective place in the problem's list of objectives, from 0
     */
    double[] values(Collection<CandidateSet> sets, int objective);

    /** The evaluations that the run had spent with each design of some sets, in the order of {@link #values(Collection)}. */
    long[] spent(Collection<CandidateSet> sets);

    /** Why evaluations of some sets have no value, by their place in the order of {@link #values(Collection)}. */
    Map<Integer, String> failures(Collection<CandidateSet> sets);

    /** The designs of some sets, in the order of {@link #values(Collection)}. */
    DesignBatch designs(Collection<CandidateSet> sets);

    /** What people have measured of designs, by their texts; a design that is not there was computed, or is unknown. */
    default Map<String, List<Measurement>> measured() {
        return Map.of();
    }

    /** How many specimens people have measured of designs, by their texts; a design that is not there was computed, or is unknown. */
    default Map<String, Integer> specimens() {
        Map<String, Integer> specimens = new HashMap<>();
        measured().forEach((design, told) -> specimens.put(design, told.size()));
        return specimens;
    }

    /** The best distinct designs of all sets, best first; at most {@code count}. */
    List<FoundDesign> best(int count);

    /** The best distinct designs of some sets, best first; at most {@code count}. */
    List<FoundDesign> best(int count, Collection<CandidateSet> sets);

    /**
     * Some designs of some sets.
     *
     * @param places in the order of {@link #values(Collection)}
     * @return in the order of the places
     */
    List<FoundDesign> found(Collection<CandidateSet> sets, int[] places);

    /** How good the designs of some sets are, every design counted as often as it was found. */
    default Statistics statistics(Collection<CandidateSet> sets) {
        return statistics(sets, 0);
    }

    /**
     * {@link #statistics(Collection)} by another objective.
     *
     * @param objective place in the problem's list of objectives, from 0
     */
    Statistics statistics(Collection<CandidateSet> sets, int objective);

    /** Best value against the time since the run was begun: a point at each improvement and one at the end. */
    List<TimedImprovement> improvementsByTime();

    /** Best value against evaluations spent: a point at each improvement and one at the end. */
    List<Improvement> convergence();

    /** The names of all series of metrics, in alphabetical order. */
    List<String> metricNames();

    /** One series of metrics, by iteration and step. */
    List<Metric> metrics(String name);

    /** What the method told, in order. */
    List<Event> events();

    /** How long the stretches of work took, in the order in which they were begun. */
    List<PhaseTime> phases();

    /** The files of the run, by name. */
    List<Path> files();

    /**
     * The files of the run that were declared to be of a kind, by their numbers. What files of former programs are is known by their
     * names.
     *
     * @param kind e.g. {@link Artefact#PREDICTOR}
     */
    List<RunFile> artefacts(String kind);

    /** A file, and what it was declared to be. */
    record RunFile(Artefact artefact, Path path) {
        /** The first of its numbers; 0 if it has none. */
        public int number() {
            return artefact.numbers().isEmpty() ? 0 : artefact.numbers().get(0);
        }
    }

    /**
     * Designs asked for together.
     *
     * @param id identifies the set in the database
     * @param source where they come from, e.g. {@code sample} or {@code inverse}
     * @param iteration the method's iteration, from 0
     * @param size number of evaluations
     * @param total sum of their counts
     */
    record CandidateSet(long id, String source, int iteration, long size, long total) {}

    /**
     * Evaluations as columns of the same length.
     *
     * @param values value of each; NaN if it failed
     * @param predicted what a predictor expected; NaN if nothing was predicted
     * @param counts how often each was found
     */
    record Values(double[] values, double[] predicted, int[] counts) {
        public int size() {
            return values.length;
        }

        /** The sum of all counts. */
        public long total() {
            long total = 0;
            for (int count : counts) {
                total += count;
            }
            return total;
        }
    }

    /**
     * A design that was found.
     *
     * @param space says how it is written
     * @param designs a batch that holds this design alone
     * @param values its values, one an objective
     * @param predicted what a predictor expected; NaN if nothing was predicted
     * @param count how often it was found by its set
     * @param source where it comes from, of the set that evaluated it first
     * @param iteration the iteration of that set
     */
    record FoundDesign(
            DesignSpace space,
            DesignBatch designs,
            double[] values,
            double predicted,
            int count,
            String source,
            int iteration) {
        /** The value of the first objective. */
        public double value() {
            return values[0];
        }

        /** The design as a string, see {@link DesignText}. */
        public String text() {
            return DesignText.format(space, designs, 0);
        }
    }

    /**
     * How good designs are; designs that failed are left out, all others counted as often as they were found.
     *
     * @param total number of designs, duplicates counted
     * @param distinct number of distinct designs among them
     * @param best best value
     * @param topPercent mean of the best 1 %, at least one design
     * @param topTenth mean of the best 10 %, at least one design
     * @param mean mean of all
     */
    record Statistics(long total, long distinct, double best, double topPercent, double topTenth, double mean) {}

    /**
     * A point of the convergence curve.
     *
     * @param evaluations evaluations spent
     * @param best best value until then
     */
    record Improvement(long evaluations, double best) {}

    /**
     * A number that belongs to a step of the method.
     *
     * @param iteration the method's iteration
     * @param step what it is plotted against, e.g. the epoch
     * @param value the number
     */
    record Metric(int iteration, long step, double value) {}

    /** Something that the method told at a time. */
    record Event(Instant time, String message) {}

    /**
     * The time that a stretch of work took.
     *
     * @param name what happened
     * @param seconds how long, all stretches of that name together
     * @param steps how many steps were done
     * @param unit what a step is, in the plural
     */
    record PhaseTime(String name, double seconds, long steps, String unit) {}
}
