// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.run.Watch;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * Evaluates designs as a run did, in the background, while they are changed by hand. An evaluator that hangs is left behind
 * as soon as another design is asked for, which gets an evaluator of its own. Used on the UI thread.
 */
final class LiveInspection {
    private InspectedRun inspected;
    private Job job;

    /**
     * What a run's evaluator and its predictor say of a design.
     *
     * @param values one an output, in the run's order; NaN if the design could not be evaluated, none if nothing could be
     *     asked
     * @param failure why it could not, in one sentence; null if it could
     * @param fields what happens inside it; null if the evaluator does not tell
     * @param predicted what the predictor that the run trained last expects; NaN if there is none, or it is still being read
     * @param steps what happens inside it step by step; none if the evaluator does not tell
     * @param measurements of how many measurements values are the means, where the evaluator is noisy; else 0
     */
    record Inspection(
            double[] values, String failure, Fields fields, List<FieldStep> steps, double predicted, int measurements) {
        /** The first objective; NaN if the design could not be evaluated. */
        double value() {
            return values.length == 0 ? Double.NaN : values[0];
        }

        Inspection with(double prediction) {
            return new Inspection(values, failure, fields, steps, prediction, measurements);
        }

        static Inspection failed(String sentence) {
            return new Inspection(new double[0], sentence, null, List.of(), Double.NaN, 0);
        }
    }

    /**
     * Evaluates a design and tells the outcome on the UI thread; the first time twice, as a predictor takes a while to be
     * read. A design asked for before is given up.
     *
     * @param design one value a variable
     */
    void inspect(RunNode run, double[] design, Consumer<Inspection> told) {
        Display display = Display.getCurrent();
        if (job != null) {
            job.cancel();
        }
        job = Job.create(NLS.bind(Messages.jobInspecting, run.project().getName()), (ICoreRunnable) monitor -> {
            Consumer<Inspection> tell = found -> {
                if (!display.isDisposed()) {
                    display.asyncExec(() -> told.accept(found));
                }
            };
            inspect(run, DesignBatch.ofValues(design.length, design.clone()), monitor::isCanceled, tell);
        });
        job.setSystem(true);
        job.schedule();
    }

    private synchronized void inspect(
            RunNode run, DesignBatch design, Cancellation cancellation, Consumer<Inspection> tell) {
        if (cancellation.requested()) {
            return;
        }
        try {
            if (inspected == null || !inspected.is(run)) {
                close();
                inspected = new InspectedRun(run);
            }
            inspected.inspect(design, cancellation, tell);
        } catch (CancellationException e) {
            // Another design was asked for.
        } catch (Watch.SilenceException e) {
            close();
            if (!e.cancelled()) {
                tell.accept(Inspection.failed(e.getMessage()));
            }
        } catch (Throwable e) {
            close();
            tell.accept(Inspection.failed(Failures.sentence(e)));
        }
    }

    /** Gives back what was asked, in the background. */
    void dispose() {
        if (job != null) {
            job.cancel();
        }
        Job closing = Job.create(LiveInspection.class.getSimpleName(), (ICoreRunnable) monitor -> close());
        closing.setSystem(true);
        closing.schedule();
    }

    private synchronized void close() {
        if (inspected != null) {
            inspected.close();
        }
        inspected = null;
    }
}
