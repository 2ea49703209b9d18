// SPDX-License-Identifier: Apache-2.0
package org.gidn.spark.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gidn.cli.tests.Gidn;
import org.gidn.cli.tests.RunContents;
import org.gidn.slurm.tests.OnSlurm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same experiment here, on the real SLURM and on the real Spark: the evaluations, their order, the budget and the designs are equal. */
@Tag("long")
class SameStoresTest extends OnSlurm {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.gidn.baselines.geneticAlgorithm, population: 100, parents: 20, generations: 6",
                "org.gidn.designer.gidn, samples: 100, starts: 20, iterations: 2, predictor: {use: org.gidn.predictor.mlp,"
                        + " layers: 2, neurons: 16, epochs: 20}"
            })
    void hereOnSlurmAndOnSpark(String method) throws Exception {
        List<String> here = contents("here", method, "use: org.gidn.core.local");
        assertEquals(
                here,
                contents(
                        "slurm",
                        method,
                        "use: org.gidn.slurm.cluster, workers: 2, memory: 0, time: 0:10:00, shared: "
                                + folder.resolve("shared-by-slurm") + ", login: " + cluster.login()));
        try (SparkCluster spark = SparkCluster.start(Files.createDirectory(folder.resolve("spark-itself")))) {
            assertEquals(
                    here,
                    contents(
                            "spark",
                            method,
                            "use: org.gidn.spark.cluster, workers: 2, memory: 500, options: spark.driver.host=127.0.0.1"
                                    + " spark.driver.bindAddress=127.0.0.1, shared: "
                                    + folder.resolve("shared-by-spark")
                                    + ", master: '" + spark.master() + "', home: " + SparkCluster.home()));
        }
    }

    private List<String> contents(String name, String method, String executor) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), """
                format: 2
                title: The same everywhere
                budget: 1000
                problem: {evaluator: {use: org.gidn.fem.crackToughness, size: 8}, volumeFraction: 0.25}
                optimiser: {use: %s}
                executor: {%s}
                """.formatted(method, executor));
        Gidn.Outcome outcome = new Gidn(folder).run("run", name + ".yaml");
        assertEquals(0, outcome.status(), outcome.err());
        return RunContents.of(folder.resolve(name));
    }
}
