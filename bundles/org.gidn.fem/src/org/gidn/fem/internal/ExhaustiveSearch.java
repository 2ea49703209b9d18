// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.material.Material;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.fem.mesh.Mesh;

/**
 * Evaluates all designs of a plate with a given number of soft elements by substructuring: the plate is cut along a line
 * of nodes, both sides are condensed onto the cut once for each of their patterns, and each pair of patterns costs no more
 * than one small dense factorisation.
 */
public final class ExhaustiveSearch {
    /** Bins of the histogram, the last holding all above. */
    private static final int BINS = 401;

    private static final double BIN_WIDTH = 0.25;
    /** The most elements on one side of the cut; each pattern of them has a row in a table. */
    private static final int MOST_VARIABLES = 24;

    private final double homogeneous;
    private final Mesh mesh;
    private final int belowVariables;
    private final int aboveVariables;
    private final TipFailure failure;
    private final SideTable below;
    private final SideTable above;
    /** For each number of soft elements, the patterns above the cut that have it. */
    private final int[][] aboveBySoft;

    private final int[][] belowBySoft;

    /**
     * What a part of the search found.
     *
     * @param sums sum of the values and of their squares
     */
    private record Part(double[] sums, long[] histogram, BestDesigns best) {
        Part(int top) {
            this(new double[2], new long[BINS], new BestDesigns(top));
        }
    }

    /**
     * What the whole search found.
     *
     * @param best the best designs as bits, best first but for rounding
     */
    public record Result(
            long designs, long[] best, double mean, double standardDeviation, long[] histogram, double binWidth) {}

    /**
     * @param homogeneous the energy at failure of a plate of the stiff material alone
     * @throws InvalidInputException if the tables do not fit the memory
     */
    public ExhaustiveSearch(CrackedPlate plate, Material material, double homogeneous) {
        this.homogeneous = homogeneous;
        this.mesh = plate.mesh();
        this.failure = new TipFailure(mesh, material);
        int cut = (plate.rows() + 1) / 2;
        this.belowVariables = cut * plate.designColumns();
        this.aboveVariables = plate.variables() - belowVariables;
        requireFeasible(plate);
        this.below = new SideTable(plate, mesh, material, cut, true, failure);
        this.above = new SideTable(plate, mesh, material, cut, false, failure);
        this.aboveBySoft = bySoft(aboveVariables);
        this.belowBySoft = bySoft(belowVariables);
    }

    /** Refuses a plate whose tables would not fit the memory, before anything is computed. */
    private void requireFeasible(CrackedPlate plate) {
        String name = "A plate of " + plate.rows() + " × " + plate.designColumns()
                + " design elements cannot be searched" + " exhaustively: ";
        if (plate.rows() < 2) {
            throw new InvalidInputException(name + "it needs at least two rows.");
        }
        if (belowVariables > MOST_VARIABLES) {
            throw new InvalidInputException(name + "its half has " + belowVariables + " of them, the limit is "
                    + MOST_VARIABLES + ". Choose a smaller plate or another method.");
        }
        double line = 2.0 * (plate.designColumns() * plate.refinement() + 2);
        double numbers = (1 << belowVariables) * line * (line + 3) / 2;
        double megabytes = 2 * 8 * numbers / (1 << 20);
        double available = Runtime.getRuntime().maxMemory() / 2.0 / (1 << 20);
        if (megabytes > available || numbers > Integer.MAX_VALUE) {
            throw new InvalidInputException(name + "its tables would take " + Math.round(megabytes) + " MB of the "
                    + Math.round(available) + " MB at hand. Choose a smaller plate or another method.");
        }
    }

    private static int[][] bySoft(int variables) {
        int[][] groups = new int[variables + 1][];
        int[] counts = new int[variables + 1];
        for (int pattern = 0; pattern < 1 << variables; pattern++) {
            counts[variables - Integer.bitCount(pattern)]++;
        }
        Arrays.setAll(groups, soft -> new int[counts[soft]]);
        Arrays.fill(counts, 0);
        for (int pattern = 0; pattern < 1 << variables; pattern++) {
            int soft = variables - Integer.bitCount(pattern);
            groups[soft][counts[soft]++] = pattern;
        }
        return groups;
    }

    /**
     * Searches.
     *
     * @param soft number of soft elements
     * @param top how many of the best designs to keep
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Result search(int soft, int top, Workers workers, Phase progress) {
        below.condense(workers);
        above.condense(workers);
        int[][] tasks = tasks(soft);
        Part[] parts = new Part[tasks.length];
        workers.forEach(tasks.length, t -> parts[t] = search(tasks[t], soft, top, workers, progress));
        Part all = new Part(top);
        for (Part part : parts) {
            all.sums[0] += part.sums[0];
            all.sums[1] += part.sums[1];
            Arrays.setAll(all.histogram, bin -> all.histogram[bin] + part.histogram[bin]);
            all.best.offerAll(part.best);
        }
        long count = Arrays.stream(all.histogram).sum();
        double mean = all.sums[0] / count;
        double variance = Math.max(0, all.sums[1] / count - mean * mean);
        long[] best =
                all.best.sorted().stream().mapToLong(BestDesigns.Entry::design).toArray();
        return new Result(count, best, mean, Math.sqrt(variance), all.histogram, BIN_WIDTH);
    }

    /** Parts of the work: number of soft elements above the cut, and the range of patterns there. */
    private int[][] tasks(int soft) {
        return IntStream.rangeClosed(Math.max(0, soft - belowVariables), Math.min(soft, aboveVariables))
                .boxed()
                .flatMap(softAbove -> IntStream.iterate(
                                0, from -> from < aboveBySoft[softAbove].length, from -> from + PairKernel.LANES)
                        .mapToObj(from -> new int[] {
                            softAbove, from, Math.min(from + PairKernel.LANES, aboveBySoft[softAbove].length)
                        }))
                .toArray(int[][]::new);
    }

    private Part search(int[] task, int soft, int top, Workers workers, Phase progress) {
        int[] patterns = aboveBySoft[task[0]];
        int lanes = task[2] - task[1];
        PairKernel kernel = new PairKernel(above.cutDofs, above.entries, failure.strains());
        kernel.setAbove(above, patterns, task[1], task[2]);
        Part part = new Part(top);
        int sinceReport = 0;
        for (int pattern : belowBySoft[soft - task[0]]) {
            kernel.join(below, pattern);
            for (int lane = 0; lane < lanes; lane++) {
                long design = (long) patterns[task[1] + lane] << belowVariables | pattern;
                double value = kernel.energy[lane] / 2 / failure(design, kernel.strains, lane) / homogeneous;
                part.sums[0] += value;
                part.sums[1] += value * value;
                part.histogram[(int) Math.min(BINS - 1, value / BIN_WIDTH)]++;
                part.best.offer(design, value);
            }
            if (++sinceReport == 256) {
                workers.cancellation().check();
                progress.advance((long) sinceReport * lanes);
                sinceReport = 0;
            }
        }
        progress.advance((long) sinceReport * lanes);
        return part;
    }

    private double failure(long design, double[][] strains, int lane) {
        double greatest = 0;
        for (int tip = 0; tip < mesh.tips().length; tip++) {
            int phase = (int) (design >>> mesh.variables()[mesh.tips()[tip]] & 1);
            greatest = Math.max(greatest, failure.of(tip, phase, strains, lane));
        }
        return greatest;
    }
}
