// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gidn.core.constraint.Constraint;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Output;

/**
 * A constraint that limits a space, demands a rule and bounds an output, and does each wrongly.
 *
 * @param how what is wrong about it
 */
record BadConstraint(String how) implements Constraint {
    @Override
    public DesignSpace limit(DesignSpace space) {
        return how.equals("null") ? null : DesignSpace.binary(3, 3);
    }

    @Override
    public Optional<DesignRule> rule(DesignSpace space) {
        return Optional.of(new Rule());
    }

    @Override
    public Optional<Demand> demand(List<Output> outputs) {
        return Optional.of(new Demand(3, "value", 0, 1, 1));
    }

    private final class Rule implements DesignRule {
        @Override
        public String demand() {
            return how.equals("null") ? null : "be better";
        }

        @Override
        public double violation(double[] design) {
            return switch (how) {
                case "negative" -> -1;
                case "throws" -> throw new IllegalStateException("no rule");
                default -> Double.NaN;
            };
        }

        @Override
        public Optional<double[]> repair(double[] design, RandomGenerator random) {
            double[] repaired = how.equals("short") ? new double[3] : design.clone();
            repaired[0] = Double.NaN;
            return Optional.of(repaired);
        }
    }
}
