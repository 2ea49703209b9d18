// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;

/** Small real runs of the installed methods. */
public final class Runs {
    public static final Catalogue CATALOGUE = Catalogue.installed();

    private static final String GIDN = """
        format: 1
        title: Tough < tougher & "toughest"
        seed: 3
        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25
        optimiser:
          use: org.gidn.designer.gidn
          samples: 120
          starts: 300
          iterations: 2
          added: 50
          predictor: {use: org.gidn.predictor.mlp, layers: 2, neurons: 16, epochs: 60}
        """;

    private static final String PROCESS = """
        format: 1
        title: A Gaussian process
        seed: 4
        problem:
          evaluator: org.gidn.baselines.peaks
        optimiser:
          use: org.gidn.designer.gidn
          samples: 60
          starts: 20
          steps: 20
          iterations: 2
          added: 10
          predictor: {use: org.gidn.predictor.gaussianProcess, evaluations: 20}
        """;

    private static final String RANDOM = """
        format: 1
        title: The minimum of the peaks function
        seed: 1
        problem:
          evaluator: org.gidn.baselines.peaks
        optimiser:
          use: org.gidn.baselines.random
        budget: 200
        """;

    private static final String PEAKS = """
        format: 1
        title: Peaks
        seed: 1
        problem:
          evaluator: org.gidn.baselines.peaks
        optimiser:
          use: org.gidn.designer.gidn
          samples: 400
          starts: 20
          steps: 30
          recordedPaths: 3
          predictor: {use: org.gidn.predictor.mlp, layers: 2, neurons: 16, epochs: 40}
        """;

    private static final String VESSEL = """
        format: 2
        title: Pressure vessels
        problem: {evaluator: org.gidn.baselines.pressureVessel}
        optimiser: {use: org.gidn.baselines.random, samples: 30}
        """;

    private static final String PUBLISHED = """
        statistic,value
        source,"Table S2, 1,000 samples"
        maximum,69.42
        mean,34.45
        """;

    private Runs() {}

    /** The paper's method with active learning, and figures published for it. */
    public static Project gidn(Path folder) throws IOException {
        Project project = run(folder, GIDN);
        Files.writeString(folder.resolve("published.csv"), PUBLISHED);
        return project;
    }

    /** The paper's method with a Gaussian process, which knows how sure it is. */
    public static Project process(Path folder) {
        return run(folder, PROCESS);
    }

    /** The paper's method in a space of two variables, with the paths of three starts. */
    public static Project peaks(Path folder) {
        return run(folder, PEAKS);
    }

    /** Random search in a continuous space, which has neither predictor nor pictures nor fields. */
    public static Project random(Path folder) {
        return run(folder, RANDOM);
    }

    /** Random search among whole numbers and lengths, without pictures. */
    public static Project vessel(Path folder) {
        return run(folder, VESSEL);
    }

    /** Whatever an experiment file says. */
    public static Project run(Path folder, String yaml) {
        Project project = Project.create(folder, yaml);
        Experiment experiment = new ExperimentReader(CATALOGUE).read(project.experimentFile(), Overrides.NONE);
        new Runner(CATALOGUE).run(project, experiment, RunListener.NONE, () -> false);
        return project;
    }
}
