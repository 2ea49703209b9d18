// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gidn.core.constraint.Connected;
import org.gidn.core.constraint.Connected.Between;
import org.gidn.core.constraint.Constraint;
import org.gidn.core.constraint.FeatureSize;
import org.gidn.core.constraint.Fixed;
import org.gidn.core.constraint.Measured;
import org.gidn.core.constraint.Perimeter;
import org.gidn.core.constraint.Share;
import org.gidn.core.constraint.Sum;
import org.gidn.core.constraint.Symmetry;
import org.gidn.core.contract.ConstraintContract;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's constraints keep what every constraint promises, and broken promises are noticed. */
class ConstraintContractTest {
    private static final DesignSpace SPACE = DesignSpace.of(
            Block.phases("phases", 4, 6, List.of(new Level("soft"), new Level("stiff"))),
            Block.continuous("shell", new double[1], new double[] {10}, "in"),
            Block.continuous("radius", new double[] {10}, new double[] {200}, "in"));
    private static final List<Output> OUTPUTS =
            List.of(new Output("toughness", "", Goal.MAXIMISE), new Output("stiffness", ""));

    private static Stream<Supplier<Constraint>> constraints() {
        return Stream.of(
                () -> new Share("phases", "soft", 0.25, 0.5),
                () -> new Sum("shell - 0.0193 radius", 0, Double.POSITIVE_INFINITY),
                () -> new Fixed("phases", "1", "2", "stiff"),
                () -> new Symmetry("phases", Symmetry.Kind.LEFTRIGHT, 2),
                () -> new Connected("phases", "soft", 4, Between.CELLS),
                () -> new FeatureSize("phases", "soft", 2),
                () -> new Perimeter("phases", "soft", 12),
                () -> new Measured("stiffness", 0.5, Double.POSITIVE_INFINITY, 1));
    }

    @ParameterizedTest
    @MethodSource("constraints")
    void keepsThePromises(Supplier<Constraint> maker) {
        new ConstraintContract(maker, SPACE, OUTPUTS).check();
    }

    /** No more than one soft cell in a row, told and mended as a test says. */
    private static Constraint rule(DesignRule rule) {
        return new Constraint() {
            @Override
            public Optional<DesignRule> rule(DesignSpace space) {
                return Optional.of(rule);
            }
        };
    }

    @Test
    void breachesAreNamed() {
        DesignRule negative = new DesignRule() {
            @Override
            public String demand() {
                return "be light";
            }

            @Override
            public double violation(double[] design) {
                return -design[0] - 1;
            }
        };
        assertBreach("A violation is 0 or more", () -> rule(negative));
        DesignRule harmful = new DesignRule() {
            @Override
            public String demand() {
                return "be light";
            }

            @Override
            public double violation(double[] design) {
                return design[0];
            }

            @Override
            public Optional<double[]> repair(double[] design, RandomGenerator random) {
                design[0] = 1;
                return Optional.of(design);
            }
        };
        assertBreach("A repair changes a copy", () -> rule(harmful));
        assertBreach("It demands something in one of three ways.", () -> new Constraint() {});
    }

    private static void assertBreach(String promise, Supplier<Constraint> maker) {
        Breaches.assertBreach(promise, new ConstraintContract(maker, SPACE, OUTPUTS));
    }
}
