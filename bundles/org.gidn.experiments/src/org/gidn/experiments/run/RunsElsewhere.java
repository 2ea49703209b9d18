// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.execution.BatchExecutor;
import org.gidn.core.execution.PackedFolder;
import org.gidn.core.execution.PieceSource;
import org.gidn.core.execution.PieceTask;
import org.gidn.core.work.Cancellation;
import org.gidn.core.work.Phase;
import org.gidn.core.work.Workers;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.internal.Folders;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.ProjectLock;
import org.gidn.experiments.internal.store.TakenRun;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.text.Json;

/**
 * Has whole runs made by workers, one on each at a time, where their executor wants that. They come into their projects in the order in
 * which they were asked for, so that these become what they would be had all runs been made here, one after the other.
 */
final class RunsElsewhere {
    private static final String DATABASE = "results.sqlite";
    private static final String RUN = "runs/1";
    private static final String TAKEN = ".taken-";

    private final Catalogue catalogue;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final Map<Experiment, RunRecord> made = new IdentityHashMap<>();

    /** A run that is to be made. */
    record Wanted(Project project, Experiment experiment) {}

    /** What runs have in common that the same workers make. */
    private record Place(String executor, Map<String, Object> settings) {}

    RunsElsewhere(Catalogue catalogue, RunListener listener, Cancellation cancellation) {
        this.catalogue = catalogue;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /**
     * Makes those of some runs that were not begun yet and whose executor has workers for whole runs.
     *
     * @return these, done or failed, by their experiments
     */
    Map<Experiment, RunRecord> make(List<Wanted> all) {
        Map<Place, List<Wanted>> places = new LinkedHashMap<>();
        for (Wanted wanted : all) {
            Configuration executor = wanted.experiment().executor();
            places.computeIfAbsent(
                            new Place(
                                    executor.id(),
                                    executor.resolved(wanted.project().folder())),
                            place -> new ArrayList<>())
                    .add(wanted);
        }
        places.values().forEach(this::makeThere);
        return made;
    }

    private void makeThere(List<Wanted> all) {
        Wanted first = all.get(0);
        try (BatchExecutor executor = catalogue.create(
                first.experiment().executor(),
                BatchExecutor.class,
                first.project().folder())) {
            Optional<PieceSource> runs = executor.runs();
            if (runs.isEmpty()) {
                return;
            }
            List<Wanted> open = all.stream()
                    .filter(one -> new RunOnce(catalogue, one.project())
                            .before(one.experiment())
                            .isEmpty())
                    .toList();
            if (!open.isEmpty()) {
                make(open, executor, runs.get());
            }
        }
    }

    private void make(List<Wanted> open, BatchExecutor executor, PieceSource runs) {
        List<byte[]> inputs = open.stream().map(this::packed).toList();
        Set<Project> projects = new LinkedHashSet<>();
        open.forEach(one -> projects.add(one.project()));
        List<ProjectLock> locks = new ArrayList<>();
        try (Phase phase = new Phases(listener).begin(Messages.runsElsewhere, open.size(), Messages.runsUnit)) {
            projects.forEach(project -> locks.add(ProjectLock.take(project.folder())));
            Map<Integer, byte[]> early = new TreeMap<>();
            int[] next = {0};
            executor.work(new PieceTask(runs, inputs), new Workers(1, cancellation), phase, new PieceTask.Listener() {
                @Override
                public void doing(int piece, double share, String note) {}

                @Override
                public void done(int piece, byte[] outcome) {
                    early.put(piece, outcome);
                    while (early.containsKey(next[0])) {
                        take(open.get(next[0]), early.remove(next[0]));
                        next[0]++;
                        phase.advance(1);
                    }
                }
            });
        } finally {
            locks.forEach(ProjectLock::close);
        }
    }

    /** The project that a worker gets: the experiment, and the files in the project's folder that its settings name. */
    private byte[] packed(Wanted wanted) {
        Path folder = wanted.project().folder();
        try (Setup setup = Setup.of(catalogue, wanted.experiment(), folder)) {
            List<Path> files = setup.files().stream()
                    .filter(file -> file.startsWith(folder))
                    .toList();
            Map<String, Object> tree = wanted.experiment().tree();
            tree.put("executor", Map.of(Configuration.USE, "org.gidn.core.local"));
            TreeMap<String, byte[]> all =
                    new TreeMap<>(PackedFolder.pack(folder, files).files());
            all.put(Experiment.FILE, Json.write(tree).getBytes(StandardCharsets.UTF_8));
            return new PackedFolder(all).bytes();
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.runNotPacked, e.getMessage()), e);
        }
    }

    private void take(Wanted wanted, byte[] outcome) {
        Project project = wanted.project();
        try {
            Path taken = Files.createTempDirectory(project.folder(), TAKEN);
            try {
                PackedFolder.of(outcome).unpack(taken);
                int number = TakenRun.take(
                        taken.resolve(DATABASE),
                        taken.resolve(RUN),
                        project.database(),
                        Json.write(wanted.experiment().tree()),
                        there -> versions(wanted.experiment(), there));
                RunRecord run = project.run(number);
                made.put(wanted.experiment(), run);
                listener.started(run);
                listener.ended(run);
            } finally {
                Folders.delete(taken);
            }
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.folderNotWritten, project, e.getMessage()), e);
        }
    }

    /** The versions of a run made there with that of the executor here; all others have to be the same. */
    private static String versions(Experiment experiment, String there) {
        Map<String, Object> versions = new LinkedHashMap<>(Json.readObject(there));
        Setup.versions(experiment).forEach((bundle, version) -> {
            Object other = versions.putIfAbsent(bundle, version);
            if (other != null && !other.equals(version)) {
                throw new InvalidInputException(
                        NLS.bind(Messages.runOtherProduct, new Object[] {bundle, other, version}));
            }
        });
        return Json.write(versions);
    }
}
