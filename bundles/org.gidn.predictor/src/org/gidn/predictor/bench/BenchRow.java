package org.gidn.predictor.bench;

/**
 * One figure of a benchmark.
 *
 * @param engine what did the work: {@code tiled} or {@code dl4j}
 * @param task {@code training} (an epoch of one batch) or {@code designer} (outputs and their gradient with respect to the
 *     inputs)
 * @param network the network's shape, e.g. {@code 128 → 6 × 256 → 1}
 * @param batch samples of a batch
 * @param threads number of threads
 * @param samplesPerSecond median of several runs
 * @param gflops useful floating point operations per second, in 10⁹: what the task needs, whatever the engine does
 * @param peakShare {@code gflops} over the speed of large matrix products on as many threads, measured in the same run
 * @param overDl4j speed as a multiple of DL4J's at the same task on as many threads
 */
public record BenchRow(
        String engine,
        String task,
        String network,
        int batch,
        int threads,
        double samplesPerSecond,
        double gflops,
        double peakShare,
        double overDl4j) {}
