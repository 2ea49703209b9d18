// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.execution.Workers;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Output;
import org.gidn.core.run.Cancellation;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.Project;
import org.gidn.visualisation.export.RunExport;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.projects.Projects;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * Evaluates designs as a run did, in the background, while they are changed by hand. The evaluator is kept from one design
 * to the next of the same run, and so is its predictor. Used on the UI thread.
 */
final class LiveInspection {
    private Evaluator evaluator;
    private Predictor predictor;
    private RunNode owner;
    private Job job;

    /**
     * What a run's evaluator and its predictor say of a design.
     *
     * @param values one an objective; NaN if the design could not be evaluated, none if nothing could be asked
     * @param failure why it could not, in one sentence; null if it could
     * @param fields what happens inside it; null if the evaluator does not tell
     * @param predicted what the predictor that the run trained last expects; NaN if there is none, or it is still being read
     */
    record Inspection(double[] values, String failure, Fields fields, double predicted) {
        /** The first objective; NaN if the design could not be evaluated. */
        double value() {
            return values.length == 0 ? Double.NaN : values[0];
        }

        Inspection with(double prediction) {
            return new Inspection(values, failure, fields, prediction);
        }
    }

    /**
     * Evaluates a design and tells the outcome on the UI thread; the first time twice, as a predictor takes a while to be
     * read. A design asked for before and not begun is given up.
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
            inspect(run, DesignBatch.ofValues(design.length, design.clone()), tell);
        });
        job.setSystem(true);
        job.schedule();
    }

    private synchronized void inspect(RunNode run, DesignBatch design, Consumer<Inspection> tell) {
        Inspection found;
        try {
            boolean another = !run.equals(owner) || !run.record().equals(owner.record());
            if (another) {
                close();
                evaluator = export(run).evaluator();
                owner = run;
            }
            found = evaluate(design);
            if (another) {
                tell.accept(found);
                predictor = predictor(run);
            }
            found = found.with(predictor == null ? Double.NaN : predict(predictor, design));
        } catch (Throwable e) {
            found = new Inspection(new double[0], Failures.sentence(e), null, Double.NaN);
        }
        tell.accept(found);
    }

    private static RunExport export(RunNode run) {
        return new RunExport(Project.open(Projects.folder(run.project())), run.number(), Catalogue.installed());
    }

    /** What the evaluator says can be seen without a predictor that cannot be read. */
    private static Predictor predictor(RunNode run) {
        try {
            return export(run).predictor().orElse(null);
        } catch (InvalidInputException e) {
            Platform.getLog(LiveInspection.class).warn(e.getMessage(), e);
            return null;
        }
    }

    private Inspection evaluate(DesignBatch design) {
        // The run keeps its objectives first.
        List<String> measured = evaluator.outputs().stream().map(Output::name).toList();
        int[] order = owner.record().outputs().stream()
                .mapToInt(output -> measured.indexOf(output.name()))
                .toArray();
        Evaluations evaluations = evaluator.evaluate(design, Cancellation.NONE).columns(order);
        Fields fields = evaluator instanceof FieldEvaluator field ? field.fields(design.toArray(0)) : null;
        double[] values = new double[evaluations.outputs()];
        Arrays.setAll(values, objective -> evaluations.value(0, objective));
        return new Inspection(values, evaluations.failure(0), fields, Double.NaN);
    }

    private static double predict(Predictor predictor, DesignBatch design) {
        return predictor.predict(design, new Workers(1, Cancellation.NONE)).mean(0)[0];
    }

    /** Gives the evaluator and the predictor back, in the background: one of them may be at work. */
    void dispose() {
        Job closing = Job.create(LiveInspection.class.getSimpleName(), (ICoreRunnable) monitor -> close());
        closing.setSystem(true);
        closing.schedule();
    }

    private synchronized void close() {
        if (evaluator != null) {
            evaluator.close();
        }
        if (predictor != null) {
            predictor.close();
        }
        evaluator = null;
        predictor = null;
        owner = null;
    }
}
