// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Results;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.internal.spool.Work;
import org.gidn.cluster.internal.worker.Doer;
import org.gidn.cluster.internal.worker.Machine;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.execution.PieceWork;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;

/** Work that is done here, so that each worker can show that it gives the same bits. */
final class Canaries {
    private static final int MOST = 8;
    /** No more designs are taken when so long has passed. */
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private Canaries() {}

    /**
     * Puts them into the spool, unless they are there.
     *
     * @param cores how many cores a worker has
     * @return how many seconds one of them takes on a worker, about
     */
    static double prepare(Asked asked, Spool spool, int cores, Cancellation cancellation) throws IOException {
        Answer known = known(spool);
        if (known == null) {
            known = done(asked, cancellation);
            spool.put(spool.canaries(), known.bytes());
        }
        return Math.max(1, known.nanos()) * 1e-9 / known.chunk().work().size() / cores;
    }

    private static Answer known(Spool spool) {
        try {
            byte[] bytes = Spool.read(spool.canaries()).orElse(null);
            return bytes == null ? null : Answer.of(bytes);
        } catch (IOException e) {
            return null;
        }
    }

    private static Answer done(Asked asked, Cancellation cancellation) {
        Work all = asked.canaries(cancellation);
        long start = System.nanoTime();
        List<Results> parts = new ArrayList<>();
        while (parts.size() < all.size() && (parts.isEmpty() || System.nanoTime() - start < ENOUGH.toNanos())) {
            parts.add(Doer.work(asked.here(), all.select(new int[] {parts.size()}), 1, cancellation));
        }
        long nanos = System.nanoTime() - start;
        Work done = all.select(IntStream.range(0, parts.size()).toArray());
        Results results = done.empty(asked.outputs());
        for (int i = 0; i < parts.size(); i++) {
            results.put(i, parts.get(i), 0);
        }
        String here = Machine.host() + " (" + Machine.processor() + ", " + Machine.java() + ")";
        return Answer.of(new Chunk("canaries", done), here, nanos, results);
    }

    /** Designs for an evaluator. */
    static Work designs(Evaluator evaluator, Cancellation cancellation) {
        boolean noisy = evaluator instanceof NoisyEvaluator;
        boolean gradients = !noisy && evaluator instanceof GradientEvaluator;
        DesignBatch designs = new RandomSampler(false)
                .sample(evaluator.space(), MOST, new RandomStreams(1).stream("canaries"), cancellation);
        long[] seeds = new RandomStreams(1).stream("noise").longs(MOST).toArray();
        return new Work.Designs(designs, gradients, noisy ? new Noise(seeds) : null);
    }

    /** A piece of a method's work. */
    static Work piece(PieceWork method) {
        return new Work.Pieces(List.of(method.trial()));
    }
}
