// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.execution.Task;
import org.gidn.core.execution.UnavailableException;
import org.gidn.core.work.Phase;
import org.gidn.experiments.Experiment.StopAt;
import org.gidn.experiments.guest.Guest;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.internal.Messages;

/** Asks the evaluator, and ends the run where its failures are to end it. Thread-safe, but for asking itself. */
final class Asking {
    private final Setup setup;
    private final Watch watch;
    private final Consumer<String> events;
    private final FailuresInARow inARow;
    /** Whether any design has had a value. */
    private volatile boolean worked;
    /** Whether this life of the run has asked anything. */
    private volatile boolean begun;
    /** The first failure of the evaluator, for the user; null if there was none. */
    private PluginException failed;

    /**
     * @param events told what the user is to know
     */
    Asking(Setup setup, Watch watch, Consumer<String> events) {
        this.setup = setup;
        this.watch = watch;
        this.events = events;
        this.inARow = new FailuresInARow(setup.experiment().giveUpAfter());
    }

    /** Whether this life of the run has asked anything. */
    boolean begun() {
        return begun;
    }

    /** Evaluates designs; where errors are to stop nothing, those fail at which the evaluator errs. */
    Evaluations evaluate(DesignBatch designs, boolean differentiated, Phase progress) {
        begun = true;
        try {
            return ask(designs, differentiated, progress);
        } catch (InvalidInputException e) {
            if (e instanceof UnavailableException || setup.experiment().stopAt() != StopAt.NOTHING) {
                throw e;
            }
            Evaluations results =
                    new Evaluations(designs.size(), setup.problem().outputs().size());
            for (int i = 0; i < designs.size(); i++) {
                try {
                    results.put(i, ask(designs.slice(i, i + 1), differentiated, Phase.SILENT));
                    worked = true;
                } catch (UnavailableException unavailable) {
                    // It says nothing of the design.
                    throw unavailable;
                } catch (InvalidInputException one) {
                    results.fail(i, one.getMessage());
                }
            }
            if (!worked) {
                throw e;
            }
            return results;
        }
    }

    private Evaluations ask(DesignBatch designs, boolean differentiated, Phase progress) {
        Replicates replicates = setup.replicates();
        DesignSpace space = setup.problem().space();
        Noise noise = setup.noisy() ? replicates.noise(space, designs) : null;
        Task task = new Task(setup.source(), replicates.repeated(designs), differentiated, noise);
        Evaluations results = watch.evaluator(
                () -> setup.executor().evaluate(task, new Replicated(progress, replicates.count()), watch));
        if (watch.leftBehind()) {
            // Nothing more may be stored.
            throw new CancellationException();
        }
        return replicates.combined(results).columns(setup.columns());
    }

    /**
     * Evaluates designs that are not stored; whether they have values counts as that of others does.
     *
     * @param progress told of every design done
     */
    Evaluations probe(DesignBatch designs, Phase progress) {
        Evaluations results = evaluate(designs, false, progress);
        synchronized (this) {
            watch.ours(() -> {
                for (int i = 0; i < designs.size() && !tooManyFailures(); i++) {
                    String failure = failure(results, i);
                    count(failure);
                    tell(failure);
                }
            });
            endIfDue();
        }
        return results;
    }

    /** Why one of some results is no value; null if it is one. */
    static String failure(Evaluations results, int design) {
        String failure = results.failure(design);
        for (int objective = 0; objective < results.outputs() && failure == null; objective++) {
            double value = results.value(design, objective);
            if (!Double.isFinite(value)) {
                failure = NLS.bind(Messages.evaluationValue, value);
            }
        }
        return failure;
    }

    /**
     * Counts a design that was paid for, in the order in which they were asked for.
     *
     * @param failure why it has no value; null if it has one
     */
    synchronized void count(String failure) {
        inARow.add(failure);
    }

    synchronized boolean tooManyFailures() {
        return inARow.tooMany();
    }

    /**
     * Takes note whether a design has a value; tells the user once that the evaluator fails.
     *
     * @param failure why it has none; null if it has one
     */
    synchronized void tell(String failure) {
        if (failure == null) {
            worked = true;
        } else if (failed == null) {
            failed = guest().fault(Messages.guestGaveNoValue, failure.replaceFirst("\\.$", ""));
            events.accept(failed.getMessage());
            System.getLogger(Asking.class.getName()).log(System.Logger.Level.WARNING, failed.getMessage());
        }
    }

    /** Ends the run if a design without a value is to end it, or too many in a row had none. */
    synchronized void endIfDue() {
        if (failed != null && setup.experiment().stopAt() == StopAt.FAILURE) {
            throw failed;
        }
        if (inARow.tooMany()) {
            throw inARow.told(guest());
        }
    }

    private Guest guest() {
        return setup.experiment().evaluator().extension().guest();
    }
}
