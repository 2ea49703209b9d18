// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;

/**
 * What an evaluator offers a method beside the values of designs.
 *
 * @param problem says what of that the method may ask for
 */
record Offers(Evaluator evaluator, Problem problem) {
    private static final Map<Class<? extends Evaluator>, Capability> CAPABILITIES = Map.of(
            GradientEvaluator.class, Capability.GRADIENT,
            SwapEvaluator.class, Capability.SWAPS,
            EnumerationEvaluator.class, Capability.ENUMERATION,
            BoundedEvaluator.class, Capability.BOUNDS,
            PartlyKnownEvaluator.class, Capability.KNOWN_PART);

    /** All that an evaluator offers; nothing if its measurements are noisy. */
    static Set<Capability> of(Evaluator evaluator) {
        Set<Capability> offered = EnumSet.noneOf(Capability.class);
        CAPABILITIES.forEach((type, capability) -> {
            if (type.isInstance(evaluator) && !(evaluator instanceof NoisyEvaluator)) {
                offered.add(capability);
            }
        });
        return offered;
    }

    /**
     * The evaluator as one that can do something.
     *
     * @throws InvalidInputException if the method may not ask for that
     */
    <T extends Evaluator> T take(Class<T> type) {
        Capability capability = CAPABILITIES.get(type);
        if (!problem.capabilities().contains(capability)) {
            throw new InvalidInputException("The evaluator offers no " + capability + ".");
        }
        return type.cast(evaluator);
    }
}
