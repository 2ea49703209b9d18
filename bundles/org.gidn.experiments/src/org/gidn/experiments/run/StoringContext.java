// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.Enumeration;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.Swap;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.execution.PieceWorkers;
import org.gidn.core.predictor.Training;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Artefact;
import org.gidn.core.run.Candidates;
import org.gidn.core.run.RunContext;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.text.Count;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.store.Artefacts;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.StoreException;

/** What a method sees of the world in a run. Thread-safe. */
final class StoringContext implements RunContext, Phases.Owner {
    private static final long TELL_EVERY_NANOS = 100_000_000L;
    /** The source of designs that only serve a step of the method, which are stored only where people measure them. */
    private static final String PROBE = "probe";

    private final Setup setup;
    private final StoreWriter store;
    private final Path folder;
    private final RunListener listener;
    private final Watch watch;
    private final Workers workers;
    private final Ledger ledger;
    /** What people are to measure; null if all is computed. */
    private final Awaited awaited;
    /** The inputs of a relaxed design. */
    private final int relaxedInputs;

    /** Held by whoever evaluates and stores. */
    private final Asking asking;

    private final BatchEvaluation batches;
    private final Phases phases;
    /** Why the method ends by itself. */
    private volatile String done = Messages.methodEnded;

    private final AtomicLong told = new AtomicLong(System.nanoTime());

    /**
     * @param awaited what people are to measure; null if all is computed
     */
    StoringContext(
            Setup setup,
            StoreWriter store,
            Path folder,
            RunListener listener,
            Watch watch,
            Ledger ledger,
            Awaited awaited) {
        this.setup = setup;
        this.store = store;
        this.folder = folder;
        this.listener = listener;
        this.watch = watch;
        this.workers = new Workers(setup.threads(), this);
        this.ledger = ledger;
        this.awaited = awaited;
        this.relaxedInputs = new Relaxation(setup.problem().space()).inputs();
        this.asking = new Asking(setup, watch, this::event);
        this.batches = new BatchEvaluation(setup, store, ledger, listener, watch, asking, this::event, awaited);
        this.phases = new Phases(listener, this);
    }

    @Override
    public boolean repeating() {
        return batches.repeating();
    }

    @Override
    public void keep(Phases.Place place, long steps, Progress ended) {
        watch.ours(() -> store.phase(place.name(), place.evaluations(), ended.seconds(), steps, ended.unit()));
    }

    /** To be called many times a second, on the thread that waits for the method. */
    void pulse() {
        phases.pulse();
    }

    @Override
    public boolean requested() {
        return watch.requested();
    }

    @Override
    public Problem problem() {
        return setup.problem();
    }

    @Override
    public RandomStreams random() {
        return new RandomStreams(setup.experiment().seed());
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public void pieces(PieceWork method, List<byte[]> inputs, Phase phase, PieceTask.Listener taker) {
        InstalledMethod installed = setup.methods().get(method);
        if (installed == null) {
            // Nobody knows how to make it elsewhere.
            PieceTask.of(method, inputs).here(workers, taker);
        } else {
            setup.executor().work(new PieceTask(installed, inputs), workers, phase, taker);
        }
    }

    @Override
    public Training training(RandomStreams random, Training.Listener epochs) {
        PieceWorkers elsewhere = (method, inputs, taker) -> pieces(method, inputs, new Waiting(), taker);
        return new Training(random, workers, epochs, setup.executor().hasWorkers() ? elsewhere : null);
    }

    /** Shows what is waited for beside the work that is under way. */
    private final class Waiting implements Phase {
        @Override
        public void advance(long steps) {}

        @Override
        public void note(String text) {
            phases.note(text);
        }
    }

    @Override
    public Evaluations evaluate(Candidates candidates) {
        return evaluate(candidates, false);
    }

    @Override
    public Evaluations evaluateWithGradients(Candidates candidates) {
        offered(GradientEvaluator.class, Capability.GRADIENT);
        return evaluate(candidates, true);
    }

    private Evaluations evaluate(Candidates candidates, boolean gradients) {
        check();
        requireFit(candidates.designs().variables());
        int size = candidates.designs().size();
        boolean shown = size > 1 && phases.idle();
        Evaluations results;
        try (Phase phase = shown
                ? phases.begin("evaluating " + candidates.source() + " designs", size, "designs")
                : Phase.SILENT) {
            synchronized (asking) {
                results = batches.evaluate(candidates, gradients, phase);
            }
        }
        if (setup.evaluator() instanceof KnownOptima known
                && known.outputs().get(0).equals(setup.problem().objective())
                && candidates.source().equals(Candidates.INVERSE)) {
            new OptimaReached(known).tell(this, candidates, results);
        }
        return results;
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        GradientEvaluator evaluator = offered(GradientEvaluator.class, Capability.GRADIENT);
        requireFit(inputs.length, relaxedInputs, "inputs");
        requireFit(gradient.length, relaxedInputs, "inputs");
        double value = spend(1, Phase.SILENT, done -> watch.evaluator(() -> evaluator.gradient(inputs, gradient)));
        // It has a value, though it is not stored.
        asking.count(null);
        return value;
    }

    @Override
    public Evaluations probe(DesignBatch designs) {
        requireFit(designs.variables());
        return awaited != null
                ? evaluate(Candidates.of(designs, PROBE, 0))
                : spend(designs.size(), Phase.SILENT, done -> asking.probe(designs, done));
    }

    @Override
    public <T> List<T> swaps(DesignBatch designs, NeighbourhoodReader<T> reader) {
        SwapEvaluator evaluator = offered(SwapEvaluator.class, Capability.SWAPS);
        requireFit(designs.variables());
        long[] counts = new long[designs.size()];
        Arrays.setAll(counts, i -> Swap.count(designs.toArray(i)));
        List<T> read = new ArrayList<>(Collections.nCopies(counts.length, null));
        return spend(
                LongStream.of(counts).sum(),
                Phase.SILENT,
                done -> watch.evaluator(() -> {
                    workers.forEach(counts.length, i -> {
                        read.set(i, reader.read(i, evaluator.swaps(designs.toArray(i))));
                        done.advance(counts[i]);
                    });
                    return read;
                }));
    }

    @Override
    public Enumeration enumerate(DesignSpace space, int top) {
        EnumerationEvaluator evaluator = offered(EnumerationEvaluator.class, Capability.ENUMERATION);
        long designs = space.count().min(BigInteger.valueOf(Long.MAX_VALUE / 2)).longValue();
        ledger.require(designs);
        Enumeration found;
        try (Phase phase = phases.begin("evaluating all designs", designs, "designs")) {
            // The best ones are counted as they are stored.
            found = spend(
                    Math.max(0, designs - top),
                    phase,
                    done -> watch.evaluator(() -> evaluator.enumerate(space, top, workers, done)));
        }
        evaluate(Candidates.of(found.best(), Candidates.EXHAUSTIVE, 0));
        return found;
    }

    @Override
    public List<Bound> bounds(List<double[]> parts, double toBeat) {
        BoundedEvaluator evaluator = offered(BoundedEvaluator.class, Capability.BOUNDS);
        parts.forEach(part -> requireFit(part.length));
        check();
        List<Bound> bounds = new ArrayList<>(Collections.nCopies(parts.size(), null));
        try (Ledger.Work paid = ledger.begin()) {
            watch.evaluator(() -> {
                workers.forEach(
                        parts.size(),
                        i -> bounds.set(i, evaluator.bound(problem().space(), parts.get(i), toBeat, this)));
                return bounds;
            });
            // How many it takes is known only afterwards.
            long count = bounds.stream().mapToLong(Bound::evaluations).sum();
            ledger.require(count);
            paid.take(count);
            paid.finish();
        }
        tellNowAndThen();
        return bounds;
    }

    @Override
    public PartlyKnownEvaluator.Composition composition() {
        return offered(PartlyKnownEvaluator.class, Capability.KNOWN_PART).composition();
    }

    @Override
    public double knownPart(double[] inputs, double[] gradient) {
        PartlyKnownEvaluator evaluator = offered(PartlyKnownEvaluator.class, Capability.KNOWN_PART);
        requireFit(inputs.length, relaxedInputs, "inputs");
        requireFit(gradient.length, relaxedInputs, "inputs");
        return evaluator.knownPart(inputs, gradient);
    }

    /**
     * Spends evaluations on work whose results are not stored.
     *
     * @param shown to the user
     * @param work is given what it tells of every evaluation done
     */
    private <T> T spend(long count, Phase shown, Function<Phase, T> work) {
        check();
        try (Ledger.Work paid = ledger.begin(count)) {
            T result = work.apply(new Phase() {
                @Override
                public void advance(long steps) {
                    paid.advance(steps);
                    shown.advance(steps);
                    tellNowAndThen();
                }

                @Override
                public void note(String text) {
                    shown.note(text);
                }
            });
            paid.finish();
            tellNowAndThen();
            return result;
        }
    }

    /** Stores how far the run is, if that was long ago. */
    private void tellNowAndThen() {
        long now = System.nanoTime();
        long last = told.get();
        if (now - last > TELL_EVERY_NANOS && told.compareAndSet(last, now)) {
            watch.ours(() -> store.progress(ledger.spent(), ledger.best()));
        }
    }

    /** An evaluator is not to be blamed for what a method asks it. */
    private void requireFit(int variables) {
        requireFit(variables, setup.problem().space().variables(), "variables");
    }

    private static void requireFit(int given, int expected, String what) {
        if (given != expected) {
            throw new IllegalArgumentException(
                    "the designs of the problem have " + expected + " " + what + ", but the method gave " + given);
        }
    }

    /** Nor is the store for a text that a method leaves out. */
    private static void requireText(String text, String of) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the method gave no text for a " + of);
        }
    }

    private <T> T offered(Class<T> type, Capability capability) {
        if (!setup.problem().capabilities().contains(capability)) {
            throw new InvalidInputException(NLS.bind(
                    Messages.evaluatorOffersNo, setup.experiment().evaluator().id(), capability));
        }
        return type.cast(setup.evaluator());
    }

    @Override
    public List<Candidates> told() {
        return awaited == null ? List.of() : awaited.told();
    }

    @Override
    public long evaluations() {
        return ledger.spent();
    }

    @Override
    public void continueFrom(long evaluations) {
        if (evaluations < 0) {
            throw new IllegalArgumentException("no method goes on from " + evaluations + " evaluations");
        }
        synchronized (asking) {
            watch.ours(() -> batches.continueFrom(evaluations));
        }
    }

    @Override
    public OptionalLong budgetLeft() {
        return ledger.left();
    }

    @Override
    public Phase phase(String name, long total, String unit) {
        requireText(name, "phase");
        requireText(unit, "phase's unit");
        check();
        return phases.begin(name, total, unit);
    }

    @Override
    public void metric(String name, int iteration, long step, double value) {
        requireText(name, "metric");
        if (iteration < 0) {
            throw new IllegalArgumentException("iterations count from 0, but " + iteration + " is given");
        }
        watch.ours(() -> {
            store.metric(name, iteration, step, value);
            store.commitNowAndThen();
        });
        synchronized (listener) {
            listener.metric(name, iteration, step, value);
        }
        check();
    }

    @Override
    public void event(String message) {
        requireText(message, "event");
        watch.ours(() -> store.event(message));
        synchronized (listener) {
            listener.event(message);
        }
    }

    @Override
    public void done(String why) {
        requireText(why, "reason for the end");
        done = why;
    }

    /** Tells what a method that ended by itself has left of the budget. */
    void tellRest() {
        ledger.left().stream()
                .filter(left -> left > 0)
                .forEach(left -> event(NLS.bind(
                        Messages.budgetLeft, new Object[] {Count.of(left), Count.of(left + ledger.spent()), done})));
    }

    @Override
    public Optional<Path> file(Artefact artefact) {
        return store.artefact(folder, artefact);
    }

    @Override
    public Path write(Artefact artefact, FileWriter writer) {
        String name = artefact.name();
        Artefacts files = new Artefacts(folder);
        Path part = files.part(name);
        try {
            Files.deleteIfExists(part);
            writer.write(part);
            if (!Files.isRegularFile(part)) {
                throw new IllegalStateException("nothing was written to file '" + name + "'");
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            // Where the file is there, a resumed run skips what led to it, so all of that must be stored by then.
            Artefacts.Digest digest = Artefacts.Digest.of(part);
            watch.ours(() -> {
                store.artefact(artefact, digest);
                store.commit();
            });
            return files.move(name);
        } catch (IOException e) {
            throw notWritten(files.file(name), e);
        } catch (UncheckedIOException e) {
            throw notWritten(files.file(name), e.getCause());
        }
    }

    private static StoreException notWritten(Path file, IOException e) {
        return new StoreException(NLS.bind(Messages.fileNotWritten, file, e.getMessage()), e);
    }
}
