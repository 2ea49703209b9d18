// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomStreams;

/**
 * How often a run measures each design. The noise of a measurement follows from the run's seed, the design and which of its
 * measurements it is, so that the same seed gives the same numbers in any order, on any number of threads and after a resume.
 *
 * @param count measurements of a design, at least 1
 * @param random the run's random numbers
 * @since 1.0
 */
public record Replicates(int count, RandomStreams random) {
    /** Follows the name of an output in that of its spread over the measurements of a design. */
    public static final String SPREAD = " spread";

    /**
     * @throws InvalidInputException if there is to be no measurement
     */
    public Replicates {
        if (count < 1) {
            throw new InvalidInputException("A design is measured at least once, but replicates is " + count + ".");
        }
    }

    /**
     * What is known of a design after all its measurements: the mean of each output, under its name, and where it is measured
     * several times the spreads, which are recorded only.
     *
     * @throws InvalidInputException if an output has the name of another one's spread
     */
    public List<Output> outputs(List<Output> measured) {
        List<Output> outputs = new ArrayList<>(measured);
        if (count > 1) {
            for (Output output : measured) {
                Output spread = new Output(output.name() + SPREAD, output.unit());
                if (measured.stream().anyMatch(other -> other.name().equals(spread.name()))) {
                    throw new InvalidInputException(
                            "The spread of '" + output.name() + "' over several measurements would have"
                                    + " the name of another output; leave replicates out.");
                }
                outputs.add(spread);
            }
        }
        return outputs;
    }

    /** Each design as often as it is measured, one after the other. */
    public DesignBatch repeated(DesignBatch designs) {
        if (count == 1) {
            return designs;
        }
        int[] places = new int[Math.multiplyExact(designs.size(), count)];
        for (int i = 0; i < places.length; i++) {
            places[i] = i / count;
        }
        return designs.select(places);
    }

    /** The noise of the measurements of some designs, in the order of {@link #repeated}. */
    public Noise noise(DesignSpace space, DesignBatch designs) {
        long[] seeds = new long[Math.multiplyExact(designs.size(), count)];
        RandomStreams noise = random.child("noise", 0);
        for (int i = 0; i < designs.size(); i++) {
            String design = DesignText.format(space, designs, i);
            for (int k = 0; k < count; k++) {
                seeds[i * count + k] = noise.stream(design, k).nextLong();
            }
        }
        return new Noise(seeds);
    }

    /**
     * The {@link #outputs} of designs: means, and sample standard deviations (n − 1) where there are several measurements. A design
     * has failed if one of its measurements has.
     *
     * @param measured in the order of {@link #repeated}
     */
    public Evaluations combined(Evaluations measured) {
        if (count == 1) {
            return measured;
        }
        int outputs = measured.outputs();
        Evaluations combined = new Evaluations(measured.size() / count, 2 * outputs);
        for (int i = 0; i < combined.size(); i++) {
            for (int output = 0; output < outputs; output++) {
                double mean = 0;
                for (int k = 0; k < count; k++) {
                    mean += measured.value(i * count + k, output) / count;
                }
                double squares = 0;
                for (int k = 0; k < count; k++) {
                    double apart = measured.value(i * count + k, output) - mean;
                    squares += apart * apart;
                }
                combined.set(i, output, mean);
                combined.set(i, outputs + output, Math.sqrt(squares / (count - 1)));
            }
            for (int k = count - 1; k >= 0; k--) {
                if (measured.failure(i * count + k) != null) {
                    combined.fail(i, measured.failure(i * count + k));
                }
            }
        }
        return combined;
    }
}
