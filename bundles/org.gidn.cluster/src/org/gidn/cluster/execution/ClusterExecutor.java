// SPDX-License-Identifier: Apache-2.0
package org.gidn.cluster.execution;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.gidn.cluster.Cluster;
import org.gidn.cluster.ClusterSettings;
import org.gidn.cluster.Engine;
import org.gidn.cluster.WorkersStatus;
import org.gidn.cluster.internal.driver.Asked;
import org.gidn.cluster.internal.driver.Check;
import org.gidn.cluster.internal.driver.Pools;
import org.gidn.cluster.internal.driver.Statuses;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.execution.EvaluatorSource;
import org.gidn.core.execution.PieceSource;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.execution.Task;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;

/**
 * Evaluates by workers that an {@link Engine} starts and that take their work from a shared folder. A worker is trusted when it gives the
 * bits that this machine gives of some canary designs. What a worker does not give back is done by another; results of a process that was
 * killed are found by the next one that asks for the same designs, as are its workers.
 *
 * @since 1.0
 */
public final class ClusterExecutor implements Cluster {
    /** A batch should keep the workers busy for so long, since the last ones of it wait for each other. */
    private static final double BATCH_SECONDS = 60;

    private final Engine engine;
    private final ClusterSettings settings;
    private final boolean wholeRuns;
    private final String gidn;
    private final Map<Object, Pools.Lent> pools = new IdentityHashMap<>();

    public ClusterExecutor(Engine engine, ClusterSettings settings) {
        this(engine, settings, false, "");
    }

    /**
     * @param wholeRuns whether runs of sweeps and studies are made whole by workers
     * @param gidn the program that makes them on the workers' machines, as a shell has it; empty for this product's own
     */
    public ClusterExecutor(Engine engine, ClusterSettings settings, boolean wholeRuns, String gidn) {
        this.engine = engine;
        this.settings = settings;
        this.wholeRuns = wholeRuns;
        this.gidn = gidn;
    }

    @Override
    public Evaluations evaluate(Task task, Phase progress, Cancellation cancellation) {
        if (cancellation.requested()) {
            throw new CancellationException();
        }
        if (task.designs().size() == 0) {
            return new Evaluations(0, task.evaluator().here().outputs().size());
        }
        return pool(task.evaluator(), Asked.of(task.evaluator()), cancellation).evaluate(task, progress, cancellation);
    }

    @Override
    public void work(PieceTask task, Workers workers, Phase progress, PieceTask.Listener listener) {
        workers.cancellation().check();
        if (!task.inputs().isEmpty()) {
            pool(task.method(), Asked.of(task.method()), workers.cancellation())
                    .work(task.inputs(), progress, listener, workers.cancellation());
        }
    }

    /** The workers for a source. Those for others end if they have nothing to do: there are no more machines than were asked for. */
    private synchronized Pools.Lent pool(Object source, Asked asked, Cancellation cancellation) {
        if (!pools.containsKey(source)) {
            pools.values().removeIf(Pools.Lent::endIdle);
            pools.put(source, Pools.of(asked, engine, settings, cancellation));
        }
        return pools.get(source);
    }

    @Override
    public Optional<PieceSource> runs() {
        return wholeRuns ? Optional.of(new RunSource(gidn)) : Optional.empty();
    }

    @Override
    public boolean hasWorkers() {
        return true;
    }

    @Override
    public int width() {
        return settings.workers() * settings.cores();
    }

    @Override
    public double batchSeconds() {
        return BATCH_SECONDS;
    }

    @Override
    public Path shared() {
        return settings.shared();
    }

    @Override
    public List<WorkersStatus> status() {
        return Statuses.of(settings.shared());
    }

    @Override
    public int stop() {
        return Statuses.stop(settings.shared(), engine);
    }

    @Override
    public boolean check(EvaluatorSource evaluator, Consumer<Step> steps, Phase waiting, Cancellation cancellation) {
        return Check.run(evaluator, engine, settings, steps, waiting, cancellation);
    }

    @Override
    public synchronized void close() {
        pools.values().forEach(Pools.Lent::close);
        pools.clear();
    }
}
