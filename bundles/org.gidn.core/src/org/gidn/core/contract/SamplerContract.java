// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.sampling.Sampler;
import org.gidn.core.work.Cancellation;

/**
 * What every {@link Sampler} promises, seen on a space that the author gives.
 *
 * @since 1.0
 */
public final class SamplerContract extends Contract {
    private static final int CALLS = 8;
    private static final int MORE = 1000;

    private final Supplier<? extends Sampler> maker;
    private final DesignSpace space;
    private final int designs;

    /**
     * @param maker makes the sampler, always with the same settings
     * @param space one that it fits
     * @param designs how many it can give, at least 2
     */
    public SamplerContract(Supplier<? extends Sampler> maker, DesignSpace space, int designs) {
        this.maker = maker;
        this.space = space;
        this.designs = designs;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise("It gives as many designs as it is asked for.", this::asMany),
                new Promise("They are designs of the space, unless they are given.", this::inside),
                new Promise("The same chance gives the same designs, whatever was drawn before.", this::reproducible),
                new Promise("Other chance gives others, unless they are given.", this::random),
                new Promise("It may be called from several threads.", this::threads),
                new Promise("What it cannot give it refuses as bad input.", this::refused),
                new Promise("It stops when it is cancelled.", this::cancelled),
                new Promise("It can be closed twice.", this::closedTwice));
    }

    private interface Use {
        void of(Sampler sampler);
    }

    private void fresh(Use use) {
        try (Sampler sampler = maker.get()) {
            use.of(sampler);
        }
    }

    private double[][] drawn(Sampler sampler, int count, int seed) {
        DesignBatch drawn = sampler.sample(space, count, new RandomStreams(seed).stream("contract"), Cancellation.NONE);
        return IntStream.range(0, drawn.size()).mapToObj(drawn::toArray).toArray(double[][]::new);
    }

    private void asMany() {
        fresh(sampler -> {
            for (int count : new int[] {1, 2, designs}) {
                int found = drawn(sampler, count, 1).length;
                require(found == count, found + " designs instead of " + count);
            }
        });
    }

    private void inside() {
        fresh(sampler -> {
            for (double[] design : drawn(sampler, designs, 1)) {
                require(design.length == space.variables(), design.length + " variables");
                boolean contained = space.contains(DesignBatch.ofValues(design.length, design), 0);
                require(contained || sampler.given(), Arrays.toString(design));
            }
        });
    }

    private void reproducible() {
        fresh(sampler -> {
            double[][] first = drawn(sampler, designs, 1);
            drawn(sampler, 1, 2);
            require(Arrays.deepEquals(first, drawn(sampler, designs, 1)), "other designs the second time");
            fresh(other -> require(
                    Arrays.deepEquals(first, drawn(other, designs, 1)),
                    "other designs by another sampler of the kind"));
        });
    }

    private void random() {
        fresh(sampler -> {
            boolean same = Arrays.deepEquals(drawn(sampler, designs, 1), drawn(sampler, designs, 2));
            require(same == sampler.given(), (same ? "the same" : "other") + " designs by other chance");
        });
    }

    private void threads() {
        fresh(sampler -> {
            double[][] alone = drawn(sampler, designs, 1);
            boolean same = IntStream.range(0, CALLS)
                    .parallel()
                    .allMatch(call -> Arrays.deepEquals(alone, drawn(sampler, designs, 1)));
            require(same, "other designs where several threads draw");
        });
    }

    /** More designs than there are may be drawn again, but fail in no other way than as bad input. */
    private void refused() {
        fresh(sampler -> {
            int most = space.discrete() && space.count().bitLength() < Integer.SIZE - 1
                    ? space.count().intValue() + 1
                    : MORE;
            try {
                int found = drawn(sampler, most, 1).length;
                require(found == most, found + " designs instead of " + most);
            } catch (InvalidInputException e) {
                require(!e.getMessage().isBlank(), "a refusal without a sentence");
            }
        });
    }

    private void cancelled() {
        fresh(sampler -> requireThrown(
                CancellationException.class,
                () -> sampler.sample(space, designs, new RandomStreams(1).stream("contract"), () -> true)));
    }

    private void closedTwice() {
        fresh(Sampler::close);
    }
}
