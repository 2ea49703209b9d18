package org.gidn.workbench.internal.views;

import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.run.Cancellation;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.StoreException;
import org.gidn.visualisation.export.RunExport;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.projects.Projects;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * Evaluates designs as a run did, in the background, while they are changed by hand. The evaluator is kept from one design
 * to the next of the same run. Asked and closed on the UI thread.
 */
final class LiveInspection {
    private Evaluator evaluator;
    private RunNode owner;
    private Job job;

    /**
     * What a run's evaluator says of a design.
     *
     * @param value the first objective; NaN if the design could not be evaluated
     * @param failure why it could not, in one sentence; null if it could
     * @param fields what happens inside it; null if the evaluator does not tell
     */
    record Inspection(double value, String failure, Fields fields) {}

    /**
     * Evaluates a design and tells the outcome on the UI thread. A design asked for before and not begun is given up.
     *
     * @param design one value a variable
     */
    void inspect(RunNode run, double[] design, Consumer<Inspection> told) {
        Display display = Display.getCurrent();
        if (job != null) {
            job.cancel();
        }
        job = Job.create(NLS.bind(Messages.jobInspecting, run.project().getName()), (ICoreRunnable) monitor -> {
            Inspection found = evaluate(run, design);
            if (!display.isDisposed()) {
                display.asyncExec(() -> told.accept(found));
            }
        });
        job.setSystem(true);
        job.schedule();
    }

    private synchronized Inspection evaluate(RunNode run, double[] design) {
        try {
            if (!run.equals(owner)) {
                close();
                Project project = Project.open(Projects.folder(run.project()));
                evaluator = new RunExport(project, run.number(), Catalogue.installed()).evaluator();
                owner = run;
            }
            DesignBatch batch = DesignBatch.ofValues(design.length, design.clone());
            Evaluations evaluations = evaluator.evaluate(batch, Cancellation.NONE);
            Fields fields = evaluator instanceof FieldEvaluator field ? field.fields(design) : null;
            return new Inspection(evaluations.value(0, 0), evaluations.failure(0), fields);
        } catch (InvalidInputException | StoreException e) {
            return new Inspection(Double.NaN, e.getMessage(), null);
        }
    }

    /** Gives the evaluator back. */
    synchronized void close() {
        if (evaluator != null) {
            evaluator.close();
        }
        evaluator = null;
        owner = null;
    }
}
