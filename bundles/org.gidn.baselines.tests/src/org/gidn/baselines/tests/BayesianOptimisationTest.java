// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gidn.baselines.BayesianOptimisation;
import org.gidn.baselines.BayesianOptimisation.Options;
import org.gidn.baselines.Peaks;
import org.gidn.baselines.RandomSearch;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MemoryRun;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.predictor.Training;
import org.gidn.core.predictor.TrainingData;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.testing.PassingPredictor;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bayesian optimisation by a Gaussian process. */
class BayesianOptimisationTest {
    @TempDir
    Path folder;

    @Test
    void findsFarBetterCompositesThanAsManyRandomOnesAre() throws IOException {
        MemoryRun run = composite(100);
        Bayesian.of(1_000, 2).optimise(run);
        assertEquals(100, run.evaluations());
        MemoryRun random = composite(100);
        new RandomSearch(100, new RandomSampler(true)).optimise(random);
        assertTrue(
                run.best().value() > 3 * random.best().value(), "found " + run.best() + ", at random " + random.best());
        assertEquals(10, run.candidates().get(0).designs().size());
        assertEquals(2, run.candidates().get(1).predicted().length);
    }

    @Test
    void findsTheMinimumOfPeaks() {
        MemoryRun run = new MemoryRun(new Peaks(), new Peaks().space(), 1, 2, folder).withBudget(60);
        Bayesian.of(1_000, 1).optimise(run);
        assertEquals(-6.5511, run.best().value(), 0.02);
    }

    @Test
    void whatWasEvaluatedIsNotLookedForAgain() throws Exception {
        AtomicInteger trained = new AtomicInteger();
        MemoryRun run = composite(60);
        MemoryRun stopped = run.again().withBudget(60).stoppedWhen(spent -> spent >= 40);
        // The state is written every second.
        assertThrows(CancellationException.class, () -> counting(trained, 50).optimise(stopped));
        int before = trained.getAndSet(0);
        MemoryRun resumed = run.again().withBudget(60);
        counting(trained, 0).optimise(resumed);
        assertEquals(60, resumed.evaluations());
        assertTrue(before >= 30, before + " trained");
        assertTrue(trained.get() < 45, trained.get() + " trained again");
        MemoryRun whole = composite(60);
        counting(trained, 0).optimise(whole);
        assertEquals(whole.outcome(), resumed.outcome());
    }

    /** Counts how often its predictor is trained, which takes some time more. */
    private static BayesianOptimisation counting(AtomicInteger trained, int milliseconds) {
        Predictor process = new PassingPredictor(Bayesian.process()) {
            @Override
            public void train(TrainingData data, Training training) {
                trained.incrementAndGet();
                super.train(data, training);
                try {
                    Thread.sleep(milliseconds);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        return new BayesianOptimisation(new Options(10, new RandomSampler(true), process, 1_000, 1, 100, 4, 5, 5));
    }

    @Test
    void aPredictorThatDoesNotSayHowSureItIsIsRefused() {
        BayesianOptimisation method = new BayesianOptimisation(
                new Options(10, new RandomSampler(true), new MlpPredictor(MlpSettings.DEFAULTS), 10, 1, 100, 4, 5, 5));
        String message = assertThrows(
                        InvalidInputException.class,
                        () -> method.check(composite(10).problem()))
                .getMessage();
        assertTrue(message.contains("use org.gidn.predictor.gaussianProcess"), message);
    }

    private MemoryRun composite(long budget) throws IOException {
        return Composite.run(2, Files.createTempDirectory(folder, "run")).withBudget(budget);
    }
}
