// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gidn.baselines.Peaks;
import org.gidn.baselines.PressureVessel;
import org.gidn.baselines.TestRig;
import org.gidn.baselines.Zdt;
import org.gidn.baselines.Zdt.Shape;
import org.gidn.core.contract.EvaluatorContract;
import org.gidn.core.evaluation.Evaluator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The evaluators of this bundle keep what every evaluator promises. */
class EvaluatorContractTest {
    private static Stream<Supplier<Evaluator>> evaluators() {
        return Stream.of(
                Peaks::new, PressureVessel::new, () -> new Zdt(Shape.CONVEX, 5), () -> new Zdt(Shape.BROKEN, 5));
    }

    @ParameterizedTest
    @MethodSource("evaluators")
    void keepsThePromises(Supplier<Evaluator> maker) {
        new EvaluatorContract(maker).check();
    }

    private static Stream<Supplier<Evaluator>> measured() {
        return Stream.of(
                Peaks::new, PressureVessel::new, () -> Composite.evaluator(4), () -> new TestRig(new Peaks(), 0.1, 3, 0)
                        .whole());
    }

    @ParameterizedTest
    @MethodSource("measured")
    void aTestRigKeepsWhatTheEvaluatorCanDoThatItMeasures(Supplier<Evaluator> inner) {
        EvaluatorContract.around(() -> new TestRig(inner.get(), 0.1, 8, 0).whole(), inner)
                .check();
    }
}
