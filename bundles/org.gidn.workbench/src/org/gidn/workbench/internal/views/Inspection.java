package org.gidn.workbench.internal.views;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.run.Cancellation;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.Project;
import org.gidn.visualisation.export.RunExport;
import org.gidn.workbench.internal.projects.Projects;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * What a run's evaluator says of a design that is being changed by hand.
 *
 * @param design the design, one value a variable
 * @param value the first objective; NaN if the design could not be evaluated
 * @param failure why it could not, in one sentence; null if it could
 * @param fields what happens inside it; null if the evaluator does not tell
 */
record Inspection(double[] design, double value, String failure, Fields fields) {
    /** Evaluates designs as a run did; made once a run, used in the background. */
    static final class Inspector implements AutoCloseable {
        private final Evaluator evaluator;

        /**
         * @param run the run whose settings hold
         * @throws org.gidn.core.InvalidInputException if its evaluator is not installed any longer
         */
        Inspector(RunNode run) {
            Project project = Project.open(Projects.folder(run.project()));
            evaluator = new RunExport(project, run.number(), Catalogue.installed()).evaluator();
        }

        /** Evaluates a design, one value a variable. */
        Inspection inspect(double[] design) {
            DesignBatch batch = DesignBatch.ofValues(design.length, design.clone());
            Evaluations evaluations = evaluator.evaluate(batch, Cancellation.NONE);
            Fields fields = evaluator instanceof FieldEvaluator field ? field.fields(design) : null;
            return new Inspection(design, evaluations.value(0, 0), evaluations.failure(0), fields);
        }

        @Override
        public void close() {
            evaluator.close();
        }
    }
}
