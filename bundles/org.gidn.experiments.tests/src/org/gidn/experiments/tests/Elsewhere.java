// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Recipe;
import org.gidn.core.execution.Task;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;

/** A program for a JVM that has nothing but the jars of a recipe. */
final class Elsewhere {
    private static final int DESIGNS = 40;

    private Elsewhere() {}

    /** Makes the evaluator of a recipe and prints the bits of what it gives. */
    public static void main(String[] recipe) throws IOException {
        Recipe read = Recipe.parse(Files.readString(Path.of(recipe[0])));
        read.check();
        try (Recipe.Remade made = read.make(Elsewhere.class.getClassLoader())) {
            bits(made.evaluator()).forEach(System.out::println);
        }
    }

    /** The bits of values, gradients and measurements of some designs. */
    static List<String> bits(Evaluator evaluator) {
        DesignBatch designs = new RandomSampler(false)
                .sample(evaluator.space(), DESIGNS, new RandomStreams(3).stream("elsewhere"), Cancellation.NONE);
        List<String> bits = new ArrayList<>();
        if (evaluator instanceof NoisyEvaluator) {
            long[] seeds = new RandomStreams(4).stream("noise").longs(DESIGNS).toArray();
            add(evaluator, designs, false, new Noise(seeds), bits);
        } else {
            add(evaluator, designs, evaluator instanceof GradientEvaluator, null, bits);
        }
        return bits;
    }

    private static void add(
            Evaluator evaluator, DesignBatch designs, boolean gradients, Noise noise, List<String> bits) {
        Task task = new Task(EvaluatorSource.of(evaluator), designs, gradients, noise);
        Evaluations results = task.by(evaluator, Cancellation.NONE);
        for (int i = 0; i < DESIGNS; i++) {
            for (int output = 0; output < results.outputs(); output++) {
                bits.add(Long.toHexString(Double.doubleToRawLongBits(results.value(i, output))));
            }
            for (int j = 0; gradients && j < results.gradient(i).length; j++) {
                bits.add(Long.toHexString(Double.doubleToRawLongBits(results.gradient(i)[j])));
            }
        }
    }
}
