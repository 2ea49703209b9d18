// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.FieldStepEvaluator;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Workers;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.run.Watch;
import org.gidn.export.RunExport;
import org.gidn.workbench.internal.inspector.LiveInspection.Inspection;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** The evaluator of a run and the predictor that it trained last, kept from one design to the next. */
final class InspectedRun {
    /** How long an evaluator may go on in silence where the experiment does not say. */
    private static final double PATIENCE_SECONDS = 60;

    private final RunNode run;
    private final RunExport export;
    private final Experiment experiment;
    private Evaluator evaluator;
    /** Null as long as it was not read; empty if there is none. */
    private Optional<Predictor> predictor;

    /**
     * @throws InvalidInputException if something that the run needs is not installed any more
     */
    InspectedRun(RunNode run) {
        this.run = run;
        this.export = new RunExport(Project.open(Projects.folder(run.project())), run.number(), Catalogue.installed());
        this.experiment = export.experiment();
    }

    /** Whether this is a run as it is now. */
    boolean is(RunNode other) {
        return run.equals(other) && run.record().equals(other.record());
    }

    /**
     * Evaluates a design and tells the outcome, the first time twice, as a predictor takes a while to be read. Whatever else
     * than a cancellation is thrown, this is of no further use but to be closed.
     *
     * @throws Watch.SilenceException if what was asked gave no sign of life and was left behind
     */
    void inspect(DesignBatch design, Cancellation cancellation, Consumer<Inspection> tell)
            throws Watch.SilenceException {
        // What takes a while to be made is of use to the next design too, and so is made to its end.
        if (evaluator == null) {
            watched(Cancellation.NONE, watch -> evaluator = watch.evaluator(export::evaluator));
        }
        Inspection[] found = new Inspection[1];
        watched(cancellation, watch -> found[0] = watch.evaluator(() -> evaluate(design, watch)));
        if (predictor == null) {
            tell.accept(found[0]);
            watched(Cancellation.NONE, watch -> predictor = predictor());
        }
        watched(cancellation, watch -> found[0] = found[0].with(predicted(design, watch)));
        tell.accept(found[0]);
    }

    private void watched(Cancellation cancellation, Consumer<Watch> work) throws Watch.SilenceException {
        Watch watch = new Watch(experiment, PATIENCE_SECONDS, cancellation);
        watch.run(() -> work.accept(watch), () -> {});
    }

    /** What the evaluator says can be seen without a predictor that cannot be read. */
    private Optional<Predictor> predictor() {
        try {
            return export.predictor();
        } catch (InvalidInputException e) {
            Platform.getLog(InspectedRun.class).warn(e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** A noisy evaluator measures as often as in the run, with the same noise, so that a design of the run has its values again. */
    private Inspection evaluate(DesignBatch design, Cancellation cancellation) {
        if (betweenLevels(design.toArray(0))) {
            return new Inspection(new double[0], null, null, List.of(), Double.NaN, 0);
        }
        boolean noisy = evaluator instanceof NoisyEvaluator;
        int count = !noisy || experiment.replicates() == null
                ? 1
                : experiment.replicates().intValue();
        Replicates replicates = new Replicates(count, new RandomStreams(experiment.seed()));
        Evaluations evaluations = evaluator instanceof NoisyEvaluator rig
                ? replicates.combined(rig.measure(
                        replicates.repeated(design),
                        replicates.noise(run.record().space(), design),
                        cancellation))
                : evaluator.evaluate(design, cancellation);
        Fields fields = evaluator instanceof FieldEvaluator field ? field.fields(design.toArray(0)) : null;
        List<FieldStep> steps =
                evaluator instanceof FieldStepEvaluator shown ? shown.steps(design.toArray(0)) : List.of();
        List<String> measured = replicates.outputs(evaluator.outputs()).stream()
                .map(Output::name)
                .toList();
        // The run keeps its objectives first.
        double[] values = run.record().outputs().stream()
                .mapToInt(output -> measured.indexOf(output.name()))
                .mapToDouble(output -> output < 0 ? Double.NaN : evaluations.value(0, output))
                .toArray();
        return new Inspection(values, evaluations.failure(0), fields, steps, Double.NaN, noisy ? count : 0);
    }

    /** Whether this is on its way to a design, and so has no value yet. */
    private boolean betweenLevels(double[] design) {
        DesignSpace space = run.record().space();
        return IntStream.range(0, design.length)
                .anyMatch(variable ->
                        !space.blockOf(variable).levels().isEmpty() && design[variable] != Math.rint(design[variable]));
    }

    private double predicted(DesignBatch design, Cancellation cancellation) {
        return predictor
                .map(each -> each.predict(design, new Workers(1, cancellation)).mean(0)[0])
                .orElse(Double.NaN);
    }

    /** Gives the evaluator and the predictor back, in the background: one of them may be at work, or take its time. */
    void close() {
        Job closing = Job.create(InspectedRun.class.getSimpleName(), (ICoreRunnable) monitor -> {
            if (evaluator != null) {
                evaluator.close();
            }
            if (predictor != null) {
                predictor.ifPresent(Predictor::close);
            }
        });
        closing.setSystem(true);
        closing.schedule();
    }
}
