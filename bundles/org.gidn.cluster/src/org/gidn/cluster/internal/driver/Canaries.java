// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.internal.driver;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.gidn.cluster.internal.spool.Answer;
import org.gidn.cluster.internal.spool.Chunk;
import org.gidn.cluster.internal.spool.Spool;
import org.gidn.cluster.internal.worker.Machine;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.Noise;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.Task;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.work.Cancellation;

/** Designs that are evaluated here, so that each worker can show that it gives the same bits. */
final class Canaries {
    private static final int MOST = 8;
    /** No more designs are taken when so long has passed. */
    private static final Duration ENOUGH = Duration.ofSeconds(2);

    private Canaries() {}

    /**
     * Puts them into the spool, unless they are there.
     *
     * @param cores how many cores a worker has
     * @return how many seconds a design takes on a worker, about
     */
    static double prepare(EvaluatorSource source, Spool spool, int cores, Cancellation cancellation)
            throws IOException {
        Answer known = known(spool);
        if (known == null) {
            known = evaluate(source.here(), cancellation);
            spool.put(spool.canaries(), known.bytes());
        }
        return Math.max(1, known.nanos()) * 1e-9 / known.chunk().designs().size() / cores;
    }

    private static Answer known(Spool spool) {
        try {
            byte[] bytes = Spool.read(spool.canaries()).orElse(null);
            return bytes == null ? null : Answer.of(bytes);
        } catch (IOException e) {
            return null;
        }
    }

    private static Answer evaluate(Evaluator evaluator, Cancellation cancellation) {
        boolean noisy = evaluator instanceof NoisyEvaluator;
        boolean gradients = !noisy && evaluator instanceof GradientEvaluator;
        DesignBatch designs = new RandomSampler(false)
                .sample(evaluator.space(), MOST, new RandomStreams(1).stream("canaries"), cancellation);
        long[] seeds = new RandomStreams(1).stream("noise").longs(MOST).toArray();
        Task all = new Task(EvaluatorSource.of(evaluator), designs, gradients, noisy ? new Noise(seeds) : null);
        long start = System.nanoTime();
        List<Evaluations> parts = new ArrayList<>();
        while (parts.size() < MOST && (parts.isEmpty() || System.nanoTime() - start < ENOUGH.toNanos())) {
            parts.add(all.slice(parts.size(), parts.size() + 1).by(evaluator, cancellation));
        }
        long nanos = System.nanoTime() - start;
        Task task = all.slice(0, parts.size());
        Evaluations results = new Evaluations(parts.size(), evaluator.outputs().size());
        for (int i = 0; i < parts.size(); i++) {
            results.put(i, parts.get(i));
        }
        String here = Machine.host() + " (" + Machine.processor() + ", " + Machine.java() + ")";
        return new Answer(Chunk.of("canaries", task), here, nanos, results, false, null);
    }
}
