// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DistinctDesigns;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.predictor.Training;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.text.Count;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/**
 * All that a method may use of the world outside: it evaluates, counts, caches, spreads over cores, stores, shows progress
 * and stops.
 *
 * <p>Resuming needs no code in most methods: a resumed run starts the method anew with the same seed, and every evaluation
 * that was stored is answered at once. A method keeps its own costly steps, such as a trained model, as a file
 * ({@link #once}, {@link #write}, {@link #file}).
 *
 * <p>Every call throws {@link java.util.concurrent.CancellationException} when the run is to stop; a method lets it pass.
 *
 * @since 1.0
 */
public interface RunContext extends Cancellation {
    /** What is to be solved. */
    Problem problem();

    /** The random numbers of this run; the only ones that a method may use. */
    RandomStreams random();

    /** This run's threads, for work of the method's own. */
    Workers workers();

    /**
     * Evaluates designs and stores the results. Every design counts as one evaluation, unless this run has evaluated it
     * before. Where the budget ends, the first designs are evaluated still, as many as it allows.
     *
     * @return the values, in the order of the designs; failed designs have NaN
     * @throws BudgetSpentException if the evaluations allowed to this run do not suffice for all of them
     */
    Evaluations evaluate(Candidates candidates);

    /**
     * Evaluates designs as {@link #evaluate} does, with the gradient of the first objective at each. A design counts as one
     * evaluation, its gradient included. Gradients are stored too, so that a resumed run has them back at no cost.
     *
     * @throws org.gidn.core.InvalidInputException if the evaluator has no {@link
     *     org.gidn.core.problem.Capability#GRADIENT gradients}
     * @throws BudgetSpentException see {@link #evaluate}
     */
    Evaluations evaluateWithGradients(Candidates candidates);

    /**
     * Evaluates designs that only serve a step of the method, such as those of a difference quotient. Each counts as one
     * evaluation, none is stored.
     *
     * @throws BudgetSpentException if the evaluations allowed to this run do not suffice for all of them; none is spent then
     */
    Evaluations probe(DesignBatch designs);

    /**
     * The value and gradient of the first objective for a relaxed design; counts as one evaluation, is not stored.
     *
     * @param inputs see {@link org.gidn.core.evaluation.GradientEvaluator#gradient}
     * @param gradient receives one derivative an input
     * @throws BudgetSpentException if the evaluations allowed to this run are used up
     */
    double gradient(double[] inputs, double[] gradient);

    /**
     * Looks at all swaps of some binary designs, spread over the cores; each swap counts as one evaluation, none is stored. A
     * large design has so many that their values are read, one neighbourhood after the other on each core, and not kept.
     *
     * @param reader called once for each design, on any thread
     * @return what the reader made of each design's swaps, in the order of the designs
     * @throws BudgetSpentException if the evaluations allowed to this run do not suffice for all of them; none is spent then
     */
    <T> List<T> swaps(DesignBatch designs, NeighbourhoodReader<T> reader);

    /** Reads the values of all swaps of a design. */
    @FunctionalInterface
    interface NeighbourhoodReader<T> {
        /**
         * Reads a neighbourhood.
         *
         * @param design which of the designs asked for
         * @param swaps {@code [z][o]}, as {@link org.gidn.core.evaluation.SwapEvaluator} gives them
         */
        T read(int design, double[][] swaps);
    }

    /**
     * Evaluates all designs of a space; each counts as one evaluation, the best ones are stored.
     *
     * @throws BudgetSpentException if the evaluations allowed to this run do not suffice for all of them; none is spent then
     */
    Enumeration enumerate(DesignSpace space, int top);

    /**
     * Bounds what the designs of some parts of the problem's space are at best, spread over the cores. Each design that the evaluator
     * has evaluated for that counts as one evaluation, none is stored.
     *
     * @param parts see {@link org.gidn.core.evaluation.BoundedEvaluator#bound}
     * @param toBeat only designs better than this are of interest
     * @return what is proved of each part, in their order
     * @throws org.gidn.core.InvalidInputException if the evaluator has no {@link org.gidn.core.problem.Capability#BOUNDS bounds}
     * @throws BudgetSpentException if the evaluations allowed to this run did not suffice; what was proved is lost then
     * @since 1.0
     */
    default List<Bound> bounds(List<double[]> parts, double toBeat) {
        throw new InvalidInputException("The evaluator offers no " + Capability.BOUNDS + ".");
    }

    /**
     * How the first objective is made of its known part and the rest.
     *
     * @throws org.gidn.core.InvalidInputException if the evaluator has no {@link
     *     org.gidn.core.problem.Capability#KNOWN_PART known part}
     * @since 1.0
     */
    default PartlyKnownEvaluator.Composition composition() {
        throw new InvalidInputException("The evaluator offers no " + Capability.KNOWN_PART + ".");
    }

    /**
     * The known part of the first objective and its gradient; counts as no evaluation.
     *
     * @param inputs see {@link PartlyKnownEvaluator#knownPart}
     * @param gradient receives one derivative an input
     * @throws org.gidn.core.InvalidInputException if the evaluator has none
     * @since 1.0
     */
    default double knownPart(double[] inputs, double[] gradient) {
        throw new InvalidInputException("The evaluator offers no " + Capability.KNOWN_PART + ".");
    }

    /**
     * What people have told of designs, in a run whose designs are measured by people; empty in any other. {@link #evaluate} knows
     * all these values. A method that learns from any designs evaluates those that are new to it before it asks for others, so
     * that it goes on when only a part of what it asked for was told, and learns from designs that it never asked for.
     *
     * @return designs that the method asked for with their source and iteration, in the order in which it asked, then others
     *     from {@link Candidates#TOLD}
     */
    default List<Candidates> told() {
        return List.of();
    }

    /**
     * Does pieces of the method's own work: here, one after the other, or by workers elsewhere if the run has some.
     *
     * @param method the method itself
     * @param inputs see {@link PieceTask#inputs}
     * @param phase shows what is waited for
     * @param listener told of every piece
     * @since 1.0
     */
    default void pieces(PieceWork method, List<byte[]> inputs, Phase phase, PieceTask.Listener listener) {
        PieceTask.of(method, inputs).here(workers(), listener);
    }

    /**
     * What a predictor's training may use of this run, workers elsewhere among it if the run has some.
     *
     * @param random the source of chance
     * @since 1.0
     */
    default Training training(RandomStreams random, Training.Listener listener) {
        return new Training(random, workers(), listener);
    }

    /** The evaluations spent so far. */
    long evaluations();

    /**
     * Raises the evaluations spent to a number that a method kept with its state, when it goes on from that state in a
     * resumed run instead of repeating what led to it.
     */
    void continueFrom(long evaluations);

    /** The evaluations that are left, if the experiment limits them. */
    OptionalLong budgetLeft();

    /**
     * Those of some designs to learn from that a method should evaluate: all, or the first of them, so that up to half of what
     * is left of the budget stays for what it learns. Tells the user if they are fewer.
     *
     * @param drawn any number of designs, each as often as it was drawn
     * @param further how many evaluations the method has a use for afterwards
     */
    default DesignBatch samples(DesignBatch drawn, long further) {
        long left = budgetLeft().orElse(Long.MAX_VALUE);
        long most = Math.max(2, left - Math.min(further, left / 2));
        int[] distinct = DistinctDesigns.of(drawn).indices();
        int count = IntStream.range(0, distinct.length)
                .filter(i -> distinct[i] >= most)
                .findFirst()
                .orElse(distinct.length);
        if (count < drawn.size() && count <= left) {
            event("Only " + Count.of(count) + " of the " + Count.of(drawn.size(), "design")
                    + " drawn to learn from are evaluated: the budget does not allow more.");
        }
        return drawn.slice(0, count);
    }

    /**
     * Begins a stretch of work that is shown to the user.
     *
     * @param name what happens, e.g. {@code training the predictor}
     * @param total number of steps, or −1 if unknown
     * @param unit what a step is, in the plural, e.g. {@code epochs}
     */
    Phase phase(String name, long total, String unit);

    /**
     * Stores a number that belongs to a step of the method.
     *
     * @param name e.g. {@code training loss}
     * @param iteration the method's iteration
     * @param step what it is plotted against, e.g. the epoch
     */
    void metric(String name, int iteration, long step, double value);

    /** Tells the user something that is worth keeping, in one sentence. */
    void event(String message);

    /**
     * Tells why the method ends by itself. Where evaluations are left of the budget then, the user is told how many, and why.
     *
     * @param why e.g. {@code it was asked for 3 starts only}
     */
    void done(String why);

    /** A file of this run that {@link #write} has completed, also in an earlier life of a resumed run. */
    Optional<Path> file(Artefact artefact);

    /** The same for a file of which nothing is declared but its name. */
    default Optional<Path> file(String name) {
        return file(Artefact.file(name));
    }

    /**
     * Writes a file of this run, atomically: it is there whole or not at all.
     *
     * @return the file
     */
    Path write(Artefact artefact, FileWriter writer);

    /** The same for a file of which nothing is declared but its name, which has no folders. */
    default Path write(String name, FileWriter writer) {
        return write(Artefact.file(name), writer);
    }

    /** The file, written first if it is not there yet. */
    default Path once(Artefact artefact, FileWriter writer) {
        return file(artefact).orElseGet(() -> write(artefact, writer));
    }

    /** The same for a file of which nothing is declared but its name. */
    default Path once(String name, FileWriter writer) {
        return once(Artefact.file(name), writer);
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    interface FileWriter {
        void write(Path file) throws IOException;
    }
}
