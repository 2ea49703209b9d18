// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignTable;
import org.gidn.core.problem.Output;
import org.gidn.core.run.BudgetSpentException;
import org.gidn.core.run.Optimiser;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.ProjectLock;
import org.gidn.experiments.internal.process.GuestExit;
import org.gidn.experiments.internal.store.RunRow;
import org.gidn.experiments.internal.store.StoreWriter;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.project.StoreException;
import org.gidn.experiments.text.Json;

/** One life of a run, from taking the project's lock to giving it back. */
final class RunSession {
    private final Catalogue catalogue;
    private final Project project;
    private final RunListener listener;
    private final Cancellation cancellation;

    RunSession(Catalogue catalogue, Project project, RunListener listener, Cancellation cancellation) {
        this.catalogue = catalogue;
        this.project = project;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    RunRecord start(Experiment experiment) {
        try (Setup setup = Setup.computed(catalogue, experiment, project.folder());
                ProjectLock lock = ProjectLock.take(project.folder());
                StoreWriter store = new StoreWriter(project.database())) {
            store.closeAbandoned();
            cancellation.check();
            int number = store.create(row(
                    setup,
                    experiment.title(),
                    experiment.optimiser().extension().name(),
                    Json.write(experiment.tree())));
            return live(setup, store, number);
        }
    }

    /** Stores values that were found elsewhere as a run of its own. */
    RunRecord keep(Experiment experiment, String title, DesignTable table, boolean keepOutside) {
        ExperimentReader.requireTitle(title);
        try (Setup setup = Setup.of(catalogue, experiment, project.folder());
                ProjectLock lock = ProjectLock.take(project.folder());
                StoreWriter store = new StoreWriter(project.database())) {
            ImportedDesigns designs = new ImportedDesigns(setup.problem(), table, keepOutside);
            store.closeAbandoned();
            Map<String, Object> settings = experiment.tree();
            settings.put("title", title);
            int number = store.create(row(setup, title, RunRecord.IMPORT, Json.write(settings)));
            double best = designs.store(store);
            store.finish(RunState.DONE, null, table.size(), best);
            return project.run(number);
        }
    }

    static RunRow row(Setup setup, String title, String optimiser, String settings) {
        Experiment experiment = setup.experiment();
        return new RunRow(
                title,
                experiment.seed(),
                optimiser,
                setup.evaluatorKey(),
                settings,
                setup.problemText(),
                Json.write(versions(experiment)),
                Json.write(host()));
    }

    RunRecord resume(int number, ExperimentReader reader) {
        RunRecord record = project.run(number);
        if (!record.readable()) {
            throw new InvalidInputException(record.failure());
        }
        if (record.state() == RunState.DONE) {
            throw new InvalidInputException(NLS.bind(Messages.runDone, number));
        }
        if (record.state() == RunState.WAITING) {
            throw new InvalidInputException(NLS.bind(Messages.runWaits, number));
        }
        Experiment experiment = reader.read(record);
        try (Setup setup = Setup.computed(catalogue, experiment, project.folder());
                ProjectLock lock = ProjectLock.take(project.folder());
                StoreWriter store = new StoreWriter(project.database())) {
            store.closeAbandoned();
            cancellation.check();
            store.reopen(number);
            if (!record.versions().equals(versions(experiment))) {
                store.event(NLS.bind(Messages.runOtherVersions, Json.write(versions(experiment))));
            }
            return live(setup, store, number);
        }
    }

    private RunRecord live(Setup setup, StoreWriter store, int number) {
        try {
            work(setup, store, number);
        } catch (LostException e) {
            throw e.rescued(store);
        }
        setup.made().letGo().forEach(trouble -> {
            synchronized (listener) {
                listener.event(trouble);
            }
        });
        RunRecord record = project.run(number);
        listener.ended(record);
        return record;
    }

    private void work(Setup setup, StoreWriter store, int number) {
        RunState state = RunState.FAILED;
        String failure = null;
        Watch watch = new Watch(setup.experiment(), Double.POSITIVE_INFINITY, cancellation);
        Ledger ledger = new Ledger(setup.experiment().budget());
        Path folder = folder(store, number);
        Whereabouts whereabouts = new Whereabouts(project, number);
        try {
            store.commit();
            listener.started(project.run(number));
            StoringContext context = new StoringContext(setup, store, folder, listener, watch, ledger, null);
            tellObjectives(setup, context);
            IdleSettings.of(setup.experiment()).forEach(context::event);
            watch.run(() -> optimise(setup.optimiser(), context), () -> {
                context.pulse();
                whereabouts.checkNowAndThen();
            });
            whereabouts.check();
            store.commit();
            state = RunState.DONE;
        } catch (Watch.SilenceException e) {
            store.event(e.getMessage());
            warn(e);
            state = e.cancelled() ? RunState.CANCELLED : RunState.FAILED;
            failure = e.cancelled() ? null : e.getMessage();
        } catch (CancellationException e) {
            state = RunState.CANCELLED;
        } catch (PluginException e) {
            failure = logged(e).getMessage();
        } catch (OutOfMemoryError e) {
            failure = NLS.bind(Messages.runOutOfMemory, Runtime.getRuntime().maxMemory() >> 20);
        } catch (InvalidInputException e) {
            failure = e.getMessage();
            whereabouts.check();
        } catch (StoreException e) {
            StoreException told = whereabouts.explained(e);
            failure = told.getMessage();
            throw told;
        } catch (RuntimeException | Error e) {
            failure = e.toString();
            throw e;
        } finally {
            Optional<GuestExit> exit = GuestExit.seen();
            if (state == RunState.CANCELLED && exit.isPresent()) {
                // It was not the user who wanted the program to end.
                state = RunState.FAILED;
                failure = exit.get().sentence();
            }
            store.finish(state, failure, ledger.spent(), ledger.best());
        }
    }

    /** Tells which objective a method designs for that knows only one. */
    static void tellObjectives(Setup setup, StoringContext context) {
        List<String> objectives =
                setup.problem().objectives().stream().map(Output::name).toList();
        if (objectives.size() > 1 && !setup.optimiser().multiObjective()) {
            context.event(NLS.bind(Messages.objectivesLeft, new Object[] {
                setup.experiment().optimiser().extension().name(),
                objectives.get(0),
                String.join(", ", objectives.subList(1, objectives.size()))
            }));
        }
    }

    /** Does the method's work until it ends by itself or has no use for what is left of the budget. */
    static void optimise(Optimiser method, StoringContext context) {
        try {
            method.optimise(context);
            context.tellRest();
        } catch (BudgetSpentException e) {
            context.event(e.getMessage());
        }
    }

    private Path folder(StoreWriter store, int number) {
        Path folder = project.runFolder(number);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            String failure = NLS.bind(Messages.folderNotMade, folder);
            store.finish(RunState.FAILED, failure, 0, Double.NaN);
            throw new InvalidInputException(failure, e);
        }
    }

    private static void warn(Exception silence) {
        System.getLogger(RunSession.class.getName()).log(System.Logger.Level.WARNING, silence.getMessage());
    }

    private static PluginException logged(PluginException failure) {
        System.getLogger(RunSession.class.getName()).log(System.Logger.Level.ERROR, failure.getMessage(), failure);
        return failure;
    }

    static Map<String, Object> versions(Experiment experiment) {
        Map<String, Object> versions = Setup.versions(experiment);
        versions.put("Java", Runtime.version().toString());
        versions.put("Java machine", System.getProperty("java.vm.name"));
        return versions;
    }

    private static Map<String, Object> host() {
        Map<String, Object> host = new LinkedHashMap<>();
        host.put("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        host.put("architecture", System.getProperty("os.arch"));
        host.put("cores", Runtime.getRuntime().availableProcessors());
        host.put("heap in MB", Runtime.getRuntime().maxMemory() >> 20);
        return host;
    }
}
