// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.math.BigInteger;
import org.gidn.core.InvalidInputException;

/**
 * What a method needs of a problem; for {@link org.gidn.core.run.Optimiser#check}. Each question refuses a problem that does not fit,
 * in a sentence that names both sides and the way out.
 *
 * @param problem what is to be solved
 * @param method the method's name as it stands at the beginning of a sentence
 * @since 1.0
 */
public record ProblemRequirements(Problem problem, String method) {
    /**
     * The designs are binary.
     *
     * @param wayOut what would fit, as the end of the sentence without its point
     * @throws InvalidInputException if they are not
     */
    public void binary(String wayOut) {
        if (!problem.space().binary()) {
            throw new InvalidInputException(method + " searches binary designs, but the evaluator's designs are "
                    + problem.space() + "; " + wayOut + ".");
        }
    }

    /**
     * The designs are continuous.
     *
     * @param wayOut see {@link #binary}
     * @throws InvalidInputException if they are not
     */
    public void continuous(String wayOut) {
        if (!problem.space().continuous()) {
            throw new InvalidInputException(method + " searches continuous designs, but the evaluator's designs are "
                    + problem.space() + "; " + wayOut + ".");
        }
    }

    /**
     * Designs have a fixed number of zeros.
     *
     * @param wayOut see {@link #binary}
     * @throws InvalidInputException if not
     */
    public void fixedZeros(String wayOut) {
        if (problem.space().zeros().isEmpty()) {
            throw new InvalidInputException(method
                    + " needs a fixed number of zeros, but the problem allows any; give the problem a volumeFraction, or "
                    + wayOut + ".");
        }
    }

    /**
     * There is more than one design to choose from.
     *
     * @throws InvalidInputException if there is only one
     */
    public void choice() {
        if (problem.space().discrete() && problem.space().count().equals(BigInteger.ONE)) {
            throw new InvalidInputException(method + " needs designs to choose from, but the problem's volumeFraction"
                    + " or its other constraints allow only one; loosen them.");
        }
    }

    /**
     * There are as many designs as the setting {@code samples} asks for, and more than one.
     *
     * @throws InvalidInputException if there are fewer
     */
    public void samples(int samples) {
        choice();
        if (problem.space().discrete() && problem.space().count().compareTo(BigInteger.valueOf(samples)) < 0) {
            String designs = problem.space().count().toString();
            throw new InvalidInputException("Setting 'samples' is " + samples + ", but the problem has only " + designs
                    + " designs; set it to " + designs + " or less.");
        }
    }

    /**
     * The limits of the space are all that designs have to keep to.
     *
     * @param wayOut see {@link #binary}
     * @throws InvalidInputException if there are rules or bounds of measured values
     */
    public void limitsOnly(String wayOut) {
        if (!problem.limitsOnly()) {
            String other = problem.rules().isEmpty()
                    ? "the problem bounds the measured "
                            + problem.demands().get(0).name()
                    : "designs must " + problem.rules().get(0).demand();
            throw new InvalidInputException(method + " keeps to shares, sums, and fixed and tied variables only, but "
                    + other + "; leave that constraint out, or " + wayOut + ".");
        }
    }

    /**
     * No measured values are bounded.
     *
     * @param wayOut see {@link #binary}
     * @throws InvalidInputException if some are
     */
    public void noMeasuredBounds(String wayOut) {
        if (!problem.demands().isEmpty()) {
            throw new InvalidInputException(
                    method + " follows the objective alone, but the problem bounds the measured "
                            + problem.demands().get(0).name() + "; leave that constraint out, or " + wayOut + ".");
        }
    }

    /**
     * The evaluator offers more than plain evaluation.
     *
     * @param wayOut see {@link #binary}
     * @throws InvalidInputException if it does not
     */
    public void capability(Capability capability, String wayOut) {
        if (!problem.capabilities().contains(capability)) {
            throw new InvalidInputException(method + " needs " + capability + ", which the evaluator of '"
                    + problem.objective().name() + "' does not offer; " + wayOut + ".");
        }
    }
}
