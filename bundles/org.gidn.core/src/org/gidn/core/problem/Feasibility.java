// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Moves;
import org.gidn.core.design.Relaxation;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.work.Cancellation;

/**
 * Keeps designs of a problem to its limits and rules, for methods that make designs: repairs what breaks them, and moves
 * from one design to another that keeps to them. Used by one thread.
 *
 * @since 1.0
 */
public final class Feasibility {
    /** Rules may break each other's repairs, and repairs the limits: so many rounds of all of them. */
    private static final int ROUNDS = 20;
    /** So many moves are tried where rules forbid some. */
    private static final int TRIES = 200;

    private final Problem problem;
    private final DesignSpace space;
    private final Relaxation relaxation;
    private final Decoder decoder;
    private final Moves moves;
    private final float[] inputs;

    public Feasibility(Problem problem) {
        this.problem = problem;
        space = problem.space();
        relaxation = new Relaxation(space);
        decoder = relaxation.decoder();
        moves = new Moves(space);
        inputs = new float[relaxation.inputs()];
    }

    /** The sum of all violations of rules by a design; 0 if it keeps to all of them. */
    public double violation(double[] design) {
        double sum = 0;
        for (DesignRule rule : problem.rules()) {
            sum += rule.violation(design);
        }
        return sum;
    }

    /**
     * Changes a design to one of the space that keeps to all rules, near to it.
     *
     * @param design one value a variable, perhaps beyond the limits of the space
     * @return whether it does now; where rules have no repair that leads there, it keeps to the limits only
     */
    public boolean mend(double[] design, RandomGenerator random) {
        decode(design);
        for (int round = 0; round < ROUNDS && violation(design) > 0; round++) {
            boolean repaired = false;
            for (DesignRule rule : problem.rules()) {
                Optional<double[]> repair =
                        rule.violation(design) > 0 ? rule.repair(design.clone(), random) : Optional.empty();
                if (repair.isPresent()) {
                    System.arraycopy(repair.get(), 0, design, 0, design.length);
                    decode(design);
                    repaired = true;
                }
            }
            if (!repaired) {
                return walk(design, random);
            }
        }
        return violation(design) == 0 || walk(design, random);
    }

    /** Goes down the violations by random moves. */
    private boolean walk(double[] design, RandomGenerator random) {
        double violation = violation(design);
        for (int tries = 0; tries < TRIES && violation > 0; tries++) {
            double[] moved = design.clone();
            if (moves.change(moved, random) && violation(moved) <= violation) {
                violation = violation(moved);
                System.arraycopy(moved, 0, design, 0, design.length);
            }
        }
        return violation == 0;
    }

    private void decode(double[] design) {
        if (!space.contains(DesignBatch.ofValues(design.length, design), 0)) {
            for (int j = 0; j < design.length; j++) {
                design[j] = nearest(j, design[j]);
            }
            relaxation.encode(DesignBatch.ofValues(design.length, design), 0, inputs, 0);
            decoder.decode(inputs, 0, design);
        }
    }

    /** The level nearest to a value; numbers stay as they are. */
    private double nearest(int variable, double value) {
        return space.blockOf(variable).levels().size() > 2
                ? Math.max(0, Math.min(space.upper(variable), Math.rint(value)))
                : value;
    }

    /**
     * Designs that a sampler draws, each {@linkplain #mend mended} where it breaks a rule, unless they are {@linkplain
     * Sampler#given() given}.
     *
     * @param random the only source of chance
     */
    public DesignBatch drawn(Sampler sampler, int count, RandomGenerator random, Cancellation cancellation) {
        DesignBatch drawn = sampler.sample(space, count, random, cancellation);
        return sampler.given() ? drawn : mended(drawn, random, cancellation);
    }

    /**
     * Designs of the space, each {@linkplain #mend mended} if the problem has rules.
     *
     * @param random the only source of chance
     */
    public DesignBatch mended(DesignBatch designs, RandomGenerator random, Cancellation cancellation) {
        if (problem.rules().isEmpty()) {
            return designs;
        }
        DesignBuilder mended = new DesignBuilder(space, designs.size());
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            double[] design = designs.toArray(i);
            mend(design, random);
            mended.add(design);
        }
        return mended.batch();
    }

    /**
     * Changes a design a little; one that keeps to all rules to another that does.
     *
     * @param design one value a variable, of the space
     * @return whether it was changed
     */
    public boolean move(double[] design, RandomGenerator random) {
        return move(design, 1, random);
    }

    /** The same, where numbers step by a part of their usual step. */
    public boolean move(double[] design, double reach, RandomGenerator random) {
        double violation = violation(design);
        for (int tries = 0; tries < TRIES; tries++) {
            double[] moved = design.clone();
            if (!moves.change(moved, reach, random)) {
                return false;
            }
            if (problem.rules().isEmpty() || violation(moved) <= violation) {
                System.arraycopy(moved, 0, design, 0, design.length);
                return true;
            }
        }
        return false;
    }
}
