// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * A landscape of N genes of 0 or 1, each of which contributes to the fitness by itself and K others (Kauffman and Weinberger 1989,
 * "The NK model of rugged fitness landscapes", random neighbourhoods). The fitness is the mean of the contributions {@code
 * f_i(x_i, x_a, x_b, …)}, which are drawn from 0 … 1 for each gene and each state of the K + 1 genes: the greater K, the more
 * local optima.
 */
public final class NkLandscape implements Evaluator {
    private static final List<Output> OUTPUTS = List.of(new Output("fitness", "", Goal.MAXIMISE));
    /** The tables of contributions become as large as two to this. */
    private static final int MOST_K = 16;

    private final DesignSpace space;
    private final int[][] genes;
    private final double[][] contributions;

    /**
     * @param n number of genes, at least 1
     * @param k how many others each contribution depends on, less than {@code n}, at most 16
     * @param seed of the landscape: others and contributions
     * @throws InvalidInputException if there are not so many others
     */
    public NkLandscape(int n, int k, long seed) {
        if (k < 0 || k >= n || k > MOST_K) {
            throw new InvalidInputException("Setting 'k' is " + k + "; it must be from 0 to " + Math.min(MOST_K, n - 1)
                    + " for n = " + n + ".");
        }
        this.space = DesignSpace.binary(1, n);
        this.genes = new int[n][];
        this.contributions = new double[n][1 << k + 1];
        RandomGenerator random = new RandomStreams(seed).stream("landscape");
        for (int i = 0; i < n; i++) {
            genes[i] = genes(i, n, k, random);
            for (int state = 0; state < contributions[i].length; state++) {
                contributions[i][state] = random.nextDouble();
            }
        }
    }

    /** A gene and k different others, drawn. */
    private static int[] genes(int gene, int n, int k, RandomGenerator random) {
        int[] all = new int[n];
        Arrays.setAll(all, j -> j);
        swap(all, 0, gene);
        for (int j = 1; j <= k; j++) {
            swap(all, j, j + random.nextInt(n - j));
        }
        return Arrays.copyOf(all, k + 1);
    }

    private static void swap(int[] values, int a, int b) {
        int kept = values[a];
        values[a] = values[b];
        values[b] = kept;
    }

    @Override
    public DesignSpace space() {
        return space;
    }

    @Override
    public List<Output> outputs() {
        return OUTPUTS;
    }

    /** The genes on which the contribution of a gene depends, itself first. */
    public int[] genes(int gene) {
        return genes[gene].clone();
    }

    /** The contribution of a gene where its genes have some values, the first of them the highest digit. */
    public double contribution(int gene, int state) {
        return contributions[gene][state];
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        if (designs.variables() != space.variables()) {
            throw new InvalidInputException("This landscape has " + space.variables() + " genes, but the designs have "
                    + designs.variables() + ".");
        }
        Evaluations results = new Evaluations(designs.size(), OUTPUTS.size());
        for (int design = 0; design < designs.size(); design++) {
            cancellation.check();
            double sum = 0;
            for (int i = 0; i < genes.length; i++) {
                int state = 0;
                for (int gene : genes[i]) {
                    state = 2 * state + (designs.value(design, gene) == 0 ? 0 : 1);
                }
                sum += contributions[i][state];
            }
            results.set(design, 0, sum / genes.length);
        }
        return results;
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            return new NkLandscape(settings.integer("n"), settings.integer("k"), settings.integer("landscapeSeed"));
        }
    }
}
