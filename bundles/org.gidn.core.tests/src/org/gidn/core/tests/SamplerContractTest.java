// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gidn.core.contract.SamplerContract;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.sampling.FileSampler;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RefinedSampler;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.testing.MixedTarget;
import org.gidn.core.work.Cancellation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The product's samplers keep what every sampler promises, and broken promises are noticed. */
class SamplerContractTest {
    private static final DesignSpace SMALL = DesignSpace.binary(2, 4).withZeros(2);

    private static Stream<DesignSpace> spaces() {
        return Stream.of(
                SMALL,
                DesignSpace.binary(8, 8),
                SMALL.withFixed(0, 1).withTie(1, 2),
                DesignSpace.continuous(new double[] {-1, 0}, new double[] {1, 5}),
                MixedTarget.SPACE);
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void randomOnesKeepThePromises(DesignSpace space) {
        new SamplerContract(() -> new RandomSampler(false), space, 15).check();
        new SamplerContract(() -> new RandomSampler(true), space, 10).check();
    }

    @Test
    void thoseOfAFileKeepThePromises(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("designs.csv");
        Files.writeString(file, "design\n00111111\n01011111\n01101111\n");
        new SamplerContract(() -> new FileSampler(file, false), SMALL, 3).check();
        Files.writeString(file, "design\n00111111\n11111111\n01101111\n");
        new SamplerContract(() -> new FileSampler(file, true), SMALL, 3).check();
    }

    @Test
    void refinedOnesKeepThePromises(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("coarse.csv");
        Files.writeString(file, "design\n0111\n1011\n");
        RefinedSampler.Focus focus = new RefinedSampler.Focus(1, 0, 1);
        DesignSpace fine = DesignSpace.binary(4, 4);
        new SamplerContract(() -> new RefinedSampler(file, 2, focus, 0.5), fine.withZeros(5), 20).check();
        new SamplerContract(() -> new RefinedSampler(file, 2, focus, 0.5), fine, 20).check();
    }

    @Test
    void breachesAreNamed() {
        Sampler good = new RandomSampler(false);
        assertBreach("as many designs as it is asked for", (space, count, random, cancellation) -> {
            cancellation.check();
            return good.sample(space, count + 1, random, cancellation);
        });
        assertBreach("designs of the space", (space, count, random, cancellation) -> {
            cancellation.check();
            return DesignBatch.ofBits(
                    space.variables(), random.longs(count, 0, 1 << 8).toArray());
        });
        RandomGenerator other = new SplittableRandom(1);
        assertBreach(
                "The same chance gives the same designs",
                (space, count, random, cancellation) -> good.sample(space, count, other, cancellation));
        assertBreach(
                "Other chance gives others",
                (space, count, random, cancellation) ->
                        good.sample(space, count, new SplittableRandom(1), cancellation));
        assertBreach(
                "It stops when it is cancelled",
                (space, count, random, cancellation) -> good.sample(space, count, random, Cancellation.NONE));
    }

    private static void assertBreach(String promise, Sampler sampler) {
        Supplier<Sampler> maker = () -> sampler;
        Breaches.assertBreach(promise, new SamplerContract(maker, SMALL, 15));
    }
}
