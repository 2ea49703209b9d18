// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gidn.cluster.Cluster;
import org.gidn.cluster.WorkersStatus;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.run.InstalledEvaluator;

/** The cluster that a project's experiment names, as its file is now. Used by one thread at a time. */
final class ProjectCluster implements AutoCloseable {
    private final Path folder;
    private final Catalogue catalogue = Catalogue.installed();
    private FileTime read;
    private Experiment experiment;
    private BatchExecutor executor;

    ProjectCluster(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * The cluster; nothing if the experiment runs on this machine.
     *
     * @throws InvalidInputException if the experiment cannot be read
     */
    Optional<Cluster> get() {
        Path file = Project.open(folder).experimentFile();
        FileTime time = time(file);
        if (!time.equals(read)) {
            close();
            experiment = new ExperimentReader(catalogue).read(file, Overrides.NONE);
            executor = catalogue.create(experiment.executor(), BatchExecutor.class, folder);
            read = time;
        }
        return executor instanceof Cluster cluster ? Optional.of(cluster) : Optional.empty();
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new InvalidInputException(file + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** What its workers do; nothing if the experiment runs on this machine. */
    Optional<List<WorkersStatus>> status() {
        return get().map(Cluster::status);
    }

    /** Tries the whole way with one worker. */
    void check(Consumer<Cluster.Step> steps, Cancellation cancellation) {
        Cluster cluster = get().orElseThrow();
        try (Evaluator evaluator = catalogue.create(experiment.evaluator(), Evaluator.class, folder)) {
            cluster.check(
                    new InstalledEvaluator(evaluator, experiment.evaluator(), folder),
                    steps,
                    Phase.SILENT,
                    cancellation);
        }
    }

    @Override
    public void close() {
        if (executor != null) {
            executor.close();
            executor = null;
        }
        read = null;
    }
}
