// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import org.gidn.core.contract.ExecutorContract;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.LocalExecutor;
import org.gidn.core.execution.Task;
import org.gidn.core.testing.MixedTarget;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cores of this machine keep what every executor promises, and broken promises are noticed. */
class ExecutorContractTest {
    private static final EvaluatorSource EVALUATOR = EvaluatorSource.of(new MixedTarget());

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void keepsThePromises(int threads) {
        new ExecutorContract(() -> new LocalExecutor(threads), EVALUATOR).check();
    }

    @Test
    void breachesAreNamed() {
        Breaches.assertBreach(
                "Values, gradients, measurements and failures are those of one thread here.",
                new ExecutorContract(
                        () -> (task, progress, cancellation) -> {
                            Evaluations results = new LocalExecutor(1).evaluate(task, progress, cancellation);
                            if (results.size() > 0) {
                                results.set(0, 0, results.value(0, 0) + 1e-12);
                            }
                            return results;
                        },
                        EVALUATOR));
        Breaches.assertBreach(
                "Each design is told of once.", new ExecutorContract(() -> ExecutorContractTest::silent, EVALUATOR));
        Breaches.assertBreach(
                "It stops when it is cancelled.",
                new ExecutorContract(
                        () -> (task, progress, cancellation) ->
                                new LocalExecutor(1).evaluate(task, progress, Cancellation.NONE),
                        EVALUATOR));
    }

    private static Evaluations silent(Task task, Phase progress, Cancellation cancellation) {
        return new LocalExecutor(1).evaluate(task, Phase.SILENT, cancellation);
    }
}
