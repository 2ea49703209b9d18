// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.random.RandomGenerator;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Feasibility;
import org.gidn.core.problem.Problem;

/**
 * What a genetic algorithm does to designs of any blocks: crossover at the centre, mutation of single variables, and repair
 * of what breaks limits and rules. Used by one thread.
 */
public final class MixedBreeding {
    private final DesignSpace space;
    private final Feasibility feasibility;
    private final double mutation;

    /**
     * @param mutation probability that a variable changes
     */
    public MixedBreeding(Problem problem, double mutation) {
        this.space = problem.space();
        this.feasibility = new Feasibility(problem);
        this.mutation = mutation;
    }

    /** The parents, followed by children of pairs of them drawn at random, to {@code size} designs in all. */
    public DesignBatch next(DesignBatch parents, int size, RandomGenerator random) {
        DesignBuilder designs = new DesignBuilder(space, size);
        for (int i = 0; i < parents.size(); i++) {
            designs.add(parents.toArray(i));
        }
        for (int i = parents.size(); i < size; i++) {
            int head = random.nextInt(parents.size());
            int tail = (head + 1 + random.nextInt(parents.size() - 1)) % parents.size();
            designs.add(child(parents.toArray(head), parents.toArray(tail), random));
        }
        return designs.batch();
    }

    private double[] child(double[] head, double[] tail, RandomGenerator random) {
        double[] child = tail.clone();
        System.arraycopy(head, 0, child, 0, head.length / 2);
        for (int j = 0; j < child.length; j++) {
            if (random.nextDouble() < mutation) {
                child[j] = mutated(j, child[j], random);
            }
        }
        feasibility.mend(child, random);
        return child;
    }

    /** Another level; of numbers one that lies about a tenth of the range away. */
    private double mutated(int variable, double value, RandomGenerator random) {
        int levels = space.blockOf(variable).levels().size();
        if (levels > 0) {
            return (value + 1 + random.nextInt(levels - 1)) % levels;
        }
        double range = space.upper(variable) - space.lower(variable);
        double moved = value + 0.1 * range * random.nextGaussian();
        moved = Math.max(space.lower(variable), Math.min(space.upper(variable), moved));
        return space.blockOf(variable).kind() == Block.Kind.INTEGER ? Math.rint(moved) : moved;
    }
}
