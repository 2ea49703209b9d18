// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.problem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;

/**
 * What is to be solved, as a method sees it: find designs of a space that are good by the objectives and keep to the
 * constraints. The evaluator itself stays with the run, which counts its work.
 *
 * @param space the allowed designs
 * @param outputs what is measured of each design: first the objectives, at least one, in their order, then what else is
 * @param rules what designs have to keep to beyond the limits of the space
 * @param demands what measured values have to keep to
 * @param capabilities what the evaluator offers beyond plain evaluation
 * @since 1.0
 */
public record Problem(
        DesignSpace space,
        List<Output> outputs,
        List<DesignRule> rules,
        List<Demand> demands,
        Set<Capability> capabilities) {
    private static final double RULE_PENALTY = 10;

    /**
     * @throws InvalidInputException if no output is an objective, or one that is none stands before one that is
     */
    public Problem {
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
        demands = List.copyOf(demands);
        capabilities = Set.copyOf(capabilities);
        int objectives = 0;
        while (objectives < outputs.size() && outputs.get(objectives).judged()) {
            objectives++;
        }
        if (objectives == 0 || outputs.stream().filter(Output::judged).count() > objectives) {
            throw new InvalidInputException(
                    "A problem has its objectives first, at least one, before all other outputs.");
        }
    }

    /** A problem without rules and demands. */
    public Problem(DesignSpace space, List<Output> outputs, Set<Capability> capabilities) {
        this(space, outputs, List.of(), List.of(), capabilities);
    }

    /** The outputs by which designs are judged, in their order; methods for a single objective use the first. */
    public List<Output> objectives() {
        return outputs.stream().filter(Output::judged).toList();
    }

    /** The first objective. */
    public Output objective() {
        return outputs.get(0);
    }

    /** Whether all that designs have to keep to are the limits of the space. */
    public boolean limitsOnly() {
        return rules.isEmpty() && demands.isEmpty();
    }

    /**
     * Why a design is no solution, to follow its name in a sentence; nothing if it may be one.
     *
     * @param values one value an output; NaN if it failed, which is no objection
     */
    public Optional<String> objection(DesignBatch designs, int design, double[] values) {
        Optional<String> objection = space.objection(designs, design);
        if (objection.isPresent() || limitsOnly()) {
            return objection;
        }
        double[] numbers = designs.toArray(design);
        return Stream.concat(
                        rules.stream()
                                .filter(rule -> rule.violation(numbers) > 0)
                                .map(rule -> "does not " + rule.demand()),
                        demands.stream().flatMap(demand -> demand.objection(values[demand.output()]).stream()))
                .findFirst();
    }

    /**
     * How good a design counts for a method by an objective: its value, or a worse one if it breaks rules or demands, the
     * worse the further it is from keeping to them. A good value is divided by 1 + penalty, a bad one multiplied with it, so
     * that no value changes its sign.
     *
     * @param values one value an output
     * @param objective which objective, from 0
     */
    public double merit(double[] design, double[] values, int objective) {
        double factor = 1 + penalty(design, values);
        double value = values[objective];
        return value > 0 == (outputs.get(objective).goal() == Goal.MAXIMISE) ? value / factor : value * factor;
    }

    /**
     * How much a design misses rules and demands, each by its weight: 0 if it keeps to all of them, more the further it is from
     * that.
     *
     * @param values one value an output
     */
    public double penalty(double[] design, double[] values) {
        double penalty = 0;
        for (DesignRule rule : rules) {
            penalty += RULE_PENALTY * rule.violation(design);
        }
        for (Demand demand : demands) {
            penalty += demand.penalty() * demand.violation(values[demand.output()]);
        }
        return penalty;
    }
}
