// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.problem.ProblemRequirements;

/** Refuses problems that do not fit a method of this bundle, and names others of the product that would. */
public final class Requirements {
    private static final String ANY_DESIGNS =
            "use org.gidn.designer.frugal, org.gidn.baselines.annealing or org.gidn.baselines.geneticAlgorithm, which search"
                    + " designs of all kinds";

    private Requirements() {}

    /**
     * The method searches binary designs, of which there are several.
     *
     * @param method its name as it stands at the beginning of a sentence
     */
    public static void binary(Problem problem, String method) {
        of(problem, method)
                .binary((problem.space().continuous()
                                ? "use org.gidn.baselines.cmaes or org.gidn.baselines.random, which search continuous designs"
                                : ANY_DESIGNS)
                        + ", or an evaluator of binary designs, such as org.gidn.fem.crackToughness");
        int zeros = problem.space().zeros().orElse(-1);
        if (zeros == 0 || zeros == problem.space().variables()) {
            throw new InvalidInputException(method + " needs designs to choose from, but the problem's volumeFraction"
                    + " allows only one; give a volumeFraction between 0 and 1.");
        }
        choice(problem, method);
    }

    /** The method needs more than one design to choose from. */
    public static void choice(Problem problem, String method) {
        of(problem, method).choice();
    }

    /**
     * The method searches continuous designs.
     *
     * @param method its name as it stands at the beginning of a sentence
     */
    public static void continuous(Problem problem, String method) {
        of(problem, method)
                .continuous((problem.space().binary()
                                ? "use org.gidn.baselines.topologyOptimisation, which makes binary designs of continuous ones"
                                : ANY_DESIGNS)
                        + ", or an evaluator of continuous designs, such as org.gidn.baselines.peaks");
    }

    /**
     * The method searches binary designs with a fixed number of zeros, and knows of no other constraints.
     *
     * @param method its name as it stands at the beginning of a sentence
     */
    public static void fixedZerosOnly(Problem problem, String method) {
        if (!FeasibleNeighbours.plain(problem) && problem.space().binary()) {
            throw new InvalidInputException(method + " takes no constraints but a fixed number of zeros; use"
                    + " org.gidn.baselines.annealing, org.gidn.baselines.geneticAlgorithm or org.gidn.designer.frugal, which"
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
        of(problem, method)
                .fixedZeros(
                        "use org.gidn.baselines.geneticAlgorithm or org.gidn.baselines.annealing, which do without");
    }

    /**
     * The method keeps to the limits of the space, but to no rules and measured bounds.
     *
     * @param method its name as it stands at the beginning of a sentence
     * @param instead a method that takes them, as identifier
     */
    public static void limitsOnly(Problem problem, String method, String instead) {
        of(problem, method).limitsOnly("use " + instead);
    }

    /**
     * The method follows the objective alone, without bounds of measured values.
     *
     * @param instead a method that takes them, as identifier
     */
    public static void noMeasuredBounds(Problem problem, String method, String instead) {
        of(problem, method).noMeasuredBounds("use " + instead);
    }

    /**
     * The method needs more of the evaluator than plain evaluation.
     *
     * @param instead a method that does without, as identifier
     */
    public static void capability(Problem problem, Capability capability, String method, String instead) {
        boolean binary = problem.space().binary();
        of(problem, method)
                .capability(
                        capability,
                        "use " + instead + ", which does without, or an evaluator with " + capability + ", such as "
                                + (binary ? "org.gidn.fem.crackToughness" : "org.gidn.baselines.peaks"));
    }

    private static ProblemRequirements of(Problem problem, String method) {
        return new ProblemRequirements(problem, method);
    }
}
