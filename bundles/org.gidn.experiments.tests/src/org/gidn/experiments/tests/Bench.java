// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.KnownOptima;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.run.RunContext;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Declaration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;

/**
 * A small world to run experiments in: designs of 2 × 4 variables whose value is the number that their bits spell, and a
 * method that the test writes. The evaluator can be made to fail.
 */
final class Bench {
    /** How many designs were really computed. */
    final AtomicLong computed = new AtomicLong();

    private final Consumer<RunContext> method;
    private DoubleUnaryOperator value = number -> number;
    private Evaluator evaluator = new Numbers();
    private int missing;
    private int threads = 2;
    private String bundle = "as built";
    private List<Output> objectives = List.of(new Output("number", "", Goal.MAXIMISE));

    Bench(Consumer<RunContext> method) {
        this.method = method;
    }

    /** Changes what a design is worth; it may throw. */
    Bench worth(DoubleUnaryOperator newValue) {
        value = newValue;
        return this;
    }

    /** Takes another evaluator of the same designs. */
    Bench evaluatedBy(Evaluator other) {
        evaluator = other;
        return this;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** Makes the evaluator give one value too few. */
    Bench answeringTooShort() {
        missing = 1;
        return this;
    }

    /** Changes the number of threads. */
    Bench on(int newThreads) {
        threads = newThreads;
        return this;
    }

    /** Puts another content into the evaluator's bundle. */
    Bench edited(String content) {
        bundle = content;
        return this;
    }

    /** Changes the objectives; the value of objective k is k times that of the first, and so on. */
    Bench judgedBy(Output... newObjectives) {
        objectives = List.of(newObjectives);
        return this;
    }

    /** Designs by the numbers that their bits spell. */
    static DesignBatch designs(long... numbers) {
        return DesignBatch.ofBits(8, numbers.clone());
    }

    Catalogue catalogue() {
        return Catalogue.of(declarations());
    }

    /** What is installed in this world. */
    List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        declarations.add(Declared.extension(
                        Points.EVALUATORS,
                        "evaluator",
                        "guest.number",
                        settings -> evaluator,
                        Declared.parameter("variant", "integer", "default", "1"),
                        Declared.parameter("grain", "integer", "default", "1", "when", "variant>1"),
                        Declared.parameter("table", "text", "default", "none"))
                .of(bundle));
        declarations.add(Declared.extension(Points.OPTIMISERS, "optimiser", "guest.method", settings -> new Method()));
        declarations.add(Declared.extension(
                Points.EXECUTORS, "executor", "org.gidn.core.local", settings -> new LocalExecutor(threads)));
        return declarations;
    }

    Experiment experiment(String... assignments) {
        return new ExperimentReader(catalogue())
                .read(YAML, Overrides.parse(List.of(assignments)))
                .orThrow("test");
    }

    /** The content of an experiment file. */
    static final String YAML = """
        format: 1
        title: A test
        problem: {evaluator: guest.number}
        optimiser: guest.method
        """;

    static Project project(Path folder) {
        return Project.create(folder, YAML);
    }

    RunRecord run(Project project, String... assignments) {
        return new Runner(catalogue()).run(project, experiment(assignments), RunListener.NONE, Cancellation.NONE);
    }

    RunRecord resume(Project project, int number) {
        return new Runner(catalogue()).resume(project, number, RunListener.NONE, Cancellation.NONE);
    }

    private final class Method implements Optimiser {
        @Override
        public void check(Problem problem) {}

        @Override
        public void optimise(RunContext run) {
            method.accept(run);
        }
    }

    private final class Numbers implements KnownOptima {
        @Override
        public double[][] optima() {
            return new double[][] {{1, 1, 1, 1, 1, 1, 1, 1}, {0, 0, 0, 0, 0, 0, 0, 0}};
        }

        @Override
        public double nearness() {
            return 1;
        }

        @Override
        public DesignSpace space() {
            return DesignSpace.binary(2, 4);
        }

        @Override
        public List<Output> outputs() {
            return objectives;
        }

        @Override
        public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
            Evaluations results = new Evaluations(designs.size() - missing, objectives.size());
            for (int i = 0; i < results.size(); i++) {
                computed.incrementAndGet();
                for (int objective = 0; objective < objectives.size(); objective++) {
                    results.set(i, objective, (objective + 1) * value.applyAsDouble(designs.word(i, 0)));
                }
            }
            return results;
        }
    }
}
