// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.math.BigInteger;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;

/** Refuses problems that do not fit a method, with a sentence that names both sides and what would fit. */
public final class Requirements {
    private Requirements() {}

    /** The designs are binary, and there are several. */
    private static void binary(Problem problem, String method) {
        if (!problem.space().binary()) {
            throw new InvalidInputException(method + " searches binary designs, but the evaluator's designs are "
                    + problem.space() + "; use org.gidn.baselines.cmaes or org.gidn.baselines.random, which search"
                    + " continuous designs, or an evaluator of binary designs, such as org.gidn.fem.crackToughness.");
        }
        int zeros = problem.space().zeros().orElse(-1);
        if (zeros == 0 || zeros == problem.space().variables()) {
            throw new InvalidInputException(method + " needs designs to choose from, but the problem's volumeFraction"
                    + " allows only one; give a volumeFraction between 0 and 1.");
        }
    }

    /** The method needs more than one design to choose from. */
    public static void choice(Problem problem, String method) {
        if (problem.space().discrete() && problem.space().count().equals(BigInteger.ONE)) {
            throw new InvalidInputException(method + " needs designs to choose from, but the problem's volumeFraction"
                    + " or its other constraints allow only one; loosen them.");
        }
    }

    /**
     * The method searches continuous designs.
     *
     * @param method its name as it stands at the beginning of a sentence
     */
    public static void continuous(Problem problem, String method) {
        if (!problem.space().continuous()) {
            throw new InvalidInputException(method + " searches continuous designs, but the evaluator's designs are "
                    + problem.space() + "; use org.gidn.baselines.topologyOptimisation, which makes binary designs of"
                    + " continuous ones, or an evaluator of continuous designs, such as org.gidn.baselines.peaks.");
        }
    }

    /**
     * The method searches binary designs with a fixed number of zeros, and knows of no other constraints.
     *
     * @param method its name as it stands at the beginning of a sentence
     */
    public static void fixedZerosOnly(Problem problem, String method) {
        if (!Neighbours.plain(problem) && problem.space().binary()) {
            throw new InvalidInputException(method + " takes no constraints but a fixed number of zeros; use"
                    + " org.gidn.baselines.annealing, org.gidn.baselines.geneticAlgorithm or org.gidn.designer.gidn, which"
                    + " honour all of them.");
        }
        fixedZeros(problem, method);
    }

    /**
     * The method searches binary designs with a fixed number of zeros.
     *
     * @param method its name as it stands at the beginning of a sentence
     */
    public static void fixedZeros(Problem problem, String method) {
        binary(problem, method);
        if (problem.space().zeros().isEmpty()) {
            throw new InvalidInputException(
                    method + " needs a fixed number of zeros, but the problem allows any; give the"
                            + " problem a volumeFraction, or use org.gidn.baselines.geneticAlgorithm or"
                            + " org.gidn.baselines.annealing, which do without.");
        }
    }

    /**
     * The method keeps to the limits of the space, but to no rules and measured bounds.
     *
     * @param method its name as it stands at the beginning of a sentence
     * @param instead a method that takes them, as identifier
     */
    public static void limitsOnly(Problem problem, String method, String instead) {
        if (!problem.limitsOnly()) {
            String other = problem.rules().isEmpty()
                    ? "the problem bounds the measured "
                            + problem.demands().get(0).name()
                    : "designs must " + problem.rules().get(0).demand();
            throw new InvalidInputException(method + " keeps to shares, sums, and fixed and tied variables only, but "
                    + other + "; leave that constraint out, or use " + instead + ".");
        }
    }

    /**
     * The method needs more of the evaluator than plain evaluation.
     *
     * @param instead a method that does without, as identifier
     */
    public static void capability(Problem problem, Capability capability, String method, String instead) {
        if (!problem.capabilities().contains(capability)) {
            boolean binary = problem.space().binary();
            throw new InvalidInputException(method + " needs " + capability + ", which the evaluator of '"
                    + problem.objective().name() + "' does not offer; use " + instead
                    + ", which does without, or an evaluator with " + capability
                    + ", such as " + (binary ? "org.gidn.fem.crackToughness." : "org.gidn.baselines.peaks."));
        }
    }
}
