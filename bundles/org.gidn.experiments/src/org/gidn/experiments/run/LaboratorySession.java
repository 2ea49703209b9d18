// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;
import org.gidn.core.run.Candidates;
import org.gidn.core.text.Count;
import org.gidn.core.text.Table;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.internal.Folders;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.ProjectLock;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;
import org.gidn.experiments.text.Json;

/** One question to a run whose designs are measured by people, or one answer, from taking the project's lock to giving it back. */
final class LaboratorySession implements AutoCloseable {
    private final Catalogue catalogue;
    private final Project project;
    private final int number;
    private final Setup setup;
    private final RunListener listener;
    private final Cancellation cancellation;
    private final ProjectLock lock;
    private final StoreWriter store;

    private LaboratorySession(
            Catalogue catalogue,
            Project project,
            int number,
            Setup setup,
            RunListener listener,
            Cancellation cancellation,
            ProjectLock lock,
            StoreWriter store) {
        this.catalogue = catalogue;
        this.project = project;
        this.number = number;
        this.setup = setup;
        this.listener = listener;
        this.cancellation = cancellation;
        this.lock = lock;
        this.store = store;
    }

    /** Begins a run that waits for measurements. */
    static LaboratorySession begin(
            Catalogue catalogue,
            Project project,
            Experiment experiment,
            RunListener listener,
            Cancellation cancellation) {
        return open(catalogue, project, experiment, listener, cancellation, (setup, store) -> {
            cancellation.check();
            return store.create(
                    RunSession.row(
                            setup,
                            experiment.title(),
                            experiment.optimiser().extension().name(),
                            Json.write(experiment.tree())),
                    RunState.WAITING);
        });
    }

    /** Goes on with a run that waits for measurements, with its own settings. */
    static LaboratorySession resume(
            Catalogue catalogue, Project project, RunRecord record, RunListener listener, Cancellation cancellation) {
        Experiment experiment = new ExperimentReader(catalogue).read(record);
        return open(catalogue, project, experiment, listener, cancellation, (setup, store) -> {
            store.reopen(record.number(), RunState.WAITING);
            if (!record.versions().equals(RunSession.versions(experiment))) {
                store.event(NLS.bind(Messages.runOtherVersions, Json.write(RunSession.versions(experiment))));
            }
            return record.number();
        });
    }

    /** Takes up a run and returns its number. */
    @FunctionalInterface
    private interface Begin {
        int run(Setup setup, StoreWriter store);
    }

    private static LaboratorySession open(
            Catalogue catalogue,
            Project project,
            Experiment experiment,
            RunListener listener,
            Cancellation cancellation,
            Begin begin) {
        Setup setup = Setup.measured(catalogue, experiment, project.folder());
        ProjectLock lock = null;
        StoreWriter store = null;
        try {
            lock = ProjectLock.take(project.folder());
            store = new StoreWriter(project.database());
            store.closeAbandoned();
            int number = begin.run(setup, store);
            store.commit();
            return new LaboratorySession(catalogue, project, number, setup, listener, cancellation, lock, store);
        } catch (RuntimeException | Error e) {
            close(store, lock, setup);
            throw e;
        }
    }

    /**
     * Asks for designs.
     *
     * @param count how many are to be pending; 0 for those that are pending, or what the method wants at a time if none is
     */
    void ask(int count) {
        LaboratoryRecord known = project.laboratory(number);
        int pending = known.pending().length;
        if (pending > 0 && count <= pending) {
            return;
        }
        boolean assuming = setup.optimiser().goesOnWithPart();
        int wanted = count == 0 ? Integer.MAX_VALUE : count - pending;
        if (pending == 0 || !assuming) {
            Optional<List<Candidates>> found = replay(known);
            if (found.isEmpty()) {
                return;
            }
            wanted -= keep(found.get(), wanted);
            store.commit();
        }
        if (count > 0 && wanted > 0 && assuming) {
            keep(assume(project.laboratory(number), wanted), wanted);
            store.commit();
        }
    }

    /** Stores the first of the designs that are asked for; returns how many. */
    private int keep(List<Candidates> wanted, int most) {
        int kept = 0;
        for (Candidates candidates : wanted) {
            int size = Math.min(candidates.designs().size(), most - kept);
            double[] predicted = candidates.predicted();
            store.asked(new Candidates(
                    candidates.designs().slice(0, size),
                    candidates.source(),
                    candidates.iteration(),
                    predicted == null ? null : Arrays.copyOf(predicted, size),
                    null));
            kept += size;
        }
        return kept;
    }

    /** Takes in what people have measured, and goes on from it; what was taken in stays even if the method fails then. */
    void tell(ToldTable table) {
        LaboratoryRecord known = project.laboratory(number);
        ToldTable.Fresh fresh = table.read(setup.problem(), known);
        if (!fresh.measured().isEmpty()) {
            int first = known.told().size() + 1;
            int last = known.told().size() + fresh.measured().size();
            store.told(fresh.designs(), fresh.measured());
            store.event(
                    first == last
                            ? NLS.bind(Messages.laboratoryToldOne, first)
                            : NLS.bind(Messages.laboratoryTold, first, last));
            store.commit();
        }
        if (!fresh.further().isEmpty()) {
            say(NLS.bind(
                    Messages.toldFurther,
                    table.table().table().name(),
                    Table.shown(String.join(", ", fresh.further()))));
        }
        if (fresh.before() > 0) {
            say(NLS.bind(
                    Messages.laboratoryToldBefore, Count.of(fresh.before(), "measurement was", "measurements were")));
        }
        tellLate(fresh.designs());
        replay(project.laboratory(number));
    }

    /** Tells if designs were measured again after the method had gone on from a value. */
    private void tellLate(DesignBatch designs) {
        RunResults results = project.results(number);
        DesignBatch evaluated = results.designs(results.sets());
        DesignIndex index = new DesignIndex();
        for (int i = 0; i < evaluated.size(); i++) {
            index.add(evaluated, i);
        }
        int late = (int) IntStream.range(0, designs.size())
                .filter(i -> index.find(designs, i) >= 0)
                .count();
        if (late > 0) {
            say(NLS.bind(Messages.laboratoryLate, Count.of(late, "measurement is", "measurements are")));
        }
    }

    private void say(String sentence) {
        store.event(sentence);
        listener.event(sentence);
    }

    /** Runs the method on what is known, and stores what it does; returns what it asks for, nothing if it has come to its end. */
    private Optional<List<Candidates>> replay(LaboratoryRecord known) {
        Awaited awaited = new Awaited(known, 0);
        Ledger ledger = new Ledger(setup.experiment().budget());
        Path folder = project.runFolder(number);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.folderNotMade, folder), e);
        }
        run(setup, store, awaited, ledger, folder, listener);
        if (!awaited.over()) {
            store.finish(RunState.DONE, null, ledger.spent(), ledger.best());
            return Optional.empty();
        }
        store.progress(ledger.spent(), ledger.best());
        store.commit();
        return Optional.of(awaited.wanted());
    }

    /** Runs the method on with assumed values, of which nothing stays; returns what it asks for. */
    private List<Candidates> assume(LaboratoryRecord known, int most) {
        Awaited awaited = new Awaited(known, most);
        Ledger ledger = new Ledger(setup.experiment().budget());
        Path folder = null;
        try (Setup again = Setup.measured(catalogue, setup.experiment(), project.folder());
                StoreWriter trial = new StoreWriter(project.database())) {
            trial.tentative();
            trial.reopen(number, RunState.WAITING);
            folder = copied(project.runFolder(number));
            run(again, trial, awaited, ledger, folder, RunListener.NONE);
            return awaited.wanted();
        } catch (IOException e) {
            throw new StoreException(NLS.bind(Messages.laboratoryCopy, e.getMessage()), e);
        } finally {
            delete(folder);
        }
    }

    private void run(Setup method, StoreWriter to, Awaited awaited, Ledger ledger, Path folder, RunListener toldTo) {
        Watch watch = new Watch(
                method.experiment(), Double.POSITIVE_INFINITY, () -> awaited.over() || cancellation.requested());
        StoringContext context = new StoringContext(method, to, folder, toldTo, watch, ledger, awaited);
        try {
            RunSession.tellObjectives(method, context);
            watch.run(() -> RunSession.optimise(method.optimiser(), context), context::pulse);
        } catch (CancellationException e) {
            if (!awaited.over()) {
                throw e;
            }
        } catch (Watch.SilenceException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    /** A copy of a run's files, for what is not to stay. */
    private static Path copied(Path folder) throws IOException {
        Path copy = Files.createTempDirectory("gidn-laboratory-");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // It is in the system's folder for what passes.
            System.getLogger(LaboratorySession.class.getName())
                    .log(System.Logger.Level.WARNING, "Folder " + folder + " cannot be deleted.", e);
        }
    }

    /** What the run has asked and was told. */
    LaboratoryRecord record() {
        return project.laboratory(number);
    }

    @Override
    public void close() {
        close(store, lock, setup);
    }

    private static void close(StoreWriter store, ProjectLock lock, Setup setup) {
        try (setup) {
            if (store != null) {
                store.close();
            }
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}
