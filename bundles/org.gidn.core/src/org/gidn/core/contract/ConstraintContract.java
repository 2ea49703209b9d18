// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.constraint.Constraint;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Output;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;

/**
 * What every {@link Constraint} promises, seen on a space that the author gives.
 *
 * @since 1.0
 */
public final class ConstraintContract extends Contract {
    private static final int DESIGNS = 100;

    private final Supplier<? extends Constraint> maker;
    private final DesignSpace space;
    private final List<Output> outputs;

    /**
     * @param maker makes the constraint, always with the same settings
     * @param space one that it fits
     * @param outputs what is measured, that which it bounds among it
     */
    public ConstraintContract(Supplier<? extends Constraint> maker, DesignSpace space, List<Output> outputs) {
        this.maker = maker;
        this.space = space;
        this.outputs = outputs;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise("It demands something in one of three ways.", this::oneWay),
                new Promise("The limited space has designs, all of which are designs of the whole.", this::limited),
                new Promise("The same settings make the same limits.", this::reproducible),
                new Promise("A violation is 0 or more, finite, and always the same.", this::judged),
                new Promise("A repair changes a copy, and breaks the rule less.", this::repaired),
                new Promise("What it bounds is among the outputs, and what is not there is refused.", this::bounded),
                new Promise("It can be closed twice.", this::closedTwice));
    }

    private interface Use {
        void of(Constraint constraint);
    }

    private void fresh(Use use) {
        try (Constraint constraint = maker.get()) {
            use.of(constraint);
        }
    }

    private void oneWay() {
        fresh(constraint -> {
            int ways = constraint.limit(space).equals(space) ? 0 : 1;
            ways += constraint.rule(constraint.limit(space)).isPresent() ? 1 : 0;
            ways += constraint.demand(outputs).isPresent() ? 1 : 0;
            require(ways == 1, ways + " ways");
        });
    }

    private static DesignBatch designs(DesignSpace of) {
        return new RandomSampler(false).sample(of, DESIGNS, new RandomStreams(7).stream("contract"), Cancellation.NONE);
    }

    private void limited() {
        fresh(constraint -> {
            DesignSpace limited = constraint.limit(space);
            DesignBatch designs = designs(limited);
            for (int i = 0; i < DESIGNS; i++) {
                require(limited.contains(designs, i) && space.contains(designs, i), "a design outside");
            }
        });
    }

    private void reproducible() {
        fresh(one -> fresh(other -> require(one.limit(space).equals(other.limit(space)), "other limits")));
    }

    private Optional<DesignRule> rule(Constraint constraint) {
        return constraint.rule(constraint.limit(space));
    }

    private void judged() {
        fresh(constraint -> rule(constraint).ifPresent(rule -> {
            require(!rule.demand().isBlank(), "no words for what it demands");
            DesignBatch designs = designs(constraint.limit(space));
            for (int i = 0; i < DESIGNS; i++) {
                double[] design = designs.toArray(i);
                double violation = rule.violation(design);
                require(violation >= 0 && Double.isFinite(violation), "a violation of " + violation);
                require(Arrays.equals(design, designs.toArray(i)), "a design that was changed by looking at it");
                require(rule.violation(design) == violation, "another violation the second time");
            }
        }));
    }

    private void repaired() {
        fresh(constraint -> rule(constraint).ifPresent(rule -> {
            DesignBatch designs = designs(constraint.limit(space));
            RandomGenerator random = new RandomStreams(7).stream("repair");
            for (int i = 0; i < DESIGNS; i++) {
                double[] design = designs.toArray(i);
                double before = rule.violation(design);
                Optional<double[]> repaired = rule.repair(design, random);
                require(Arrays.equals(design, designs.toArray(i)), "a repair that changes what it is given");
                if (repaired.isPresent()) {
                    require(repaired.get().length == design.length, repaired.get().length + " variables");
                    double after = rule.violation(repaired.get());
                    require(after <= before, "a violation of " + after + " after the repair of one of " + before);
                }
            }
        }));
    }

    private void bounded() {
        fresh(constraint -> {
            Optional<Demand> demand = constraint.demand(outputs);
            if (demand.isPresent()) {
                int output = demand.get().output();
                require(output >= 0 && output < outputs.size(), "output " + output + " of " + outputs.size());
                require(
                        demand.get().name().equals(outputs.get(output).name()),
                        demand.get().name());
                List<Output> others = List.of(new Output("none of these", ""));
                requireThrown(InvalidInputException.class, () -> constraint.demand(others));
            }
        });
    }

    private void closedTwice() {
        fresh(Constraint::close);
    }
}
