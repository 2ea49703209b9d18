// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.internal.Folders;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.ProjectLock;
import org.gidn.experiments.internal.store.Mending;
import org.gidn.experiments.internal.store.StoreCheck;
import org.gidn.experiments.internal.store.StoreReader;
import org.gidn.experiments.internal.store.StoredLabels;
import org.gidn.experiments.internal.store.StoredLaboratory;
import org.gidn.experiments.internal.store.StoredResults;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.experiments.project.ProjectCheck;
import org.gidn.experiments.project.Repair;
import org.gidn.experiments.project.RunCurve;
import org.gidn.experiments.project.RunLabel;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.TimedImprovement;

/**
 * A folder with an experiment and all that came of it: {@code experiment.yaml}, {@code results.sqlite} and {@code
 * runs/<number>/}. Holds nothing open; any number may stand for the same folder. Thread-safe.
 *
 * @since 1.0
 */
public final class Project {
    private static final String DATABASE = "results.sqlite";
    private static final String RUNS = "runs";

    private final Path folder;

    private Project(Path folder) {
        this.folder = folder;
    }

    /** Whether a folder is a project, that is, has an experiment file. */
    public static boolean is(Path folder) {
        return Files.isRegularFile(folder.resolve(Experiment.FILE));
    }

    /**
     * Opens a project.
     *
     * @throws InvalidInputException if the folder is none
     */
    public static Project open(Path folder) {
        if (!is(folder)) {
            throw new InvalidInputException(NLS.bind(Messages.projectNone, folder, Experiment.FILE));
        }
        return new Project(folder.toAbsolutePath().normalize());
    }

    /**
     * Makes a project out of an example.
     *
     * @param folder a folder that is empty or not there
     * @throws InvalidInputException if the folder has something in it or cannot be written
     */
    public static Project create(Path folder, Example example) {
        return create(folder, files(example));
    }

    /**
     * Makes a project out of an example whose experiment has been changed.
     *
     * @param folder a folder that is empty or not there
     * @param experiment the content of the experiment file
     * @throws InvalidInputException if the folder has something in it or cannot be written
     */
    public static Project create(Path folder, Example example, String experiment) {
        return create(folder, with(experiment, files(example)));
    }

    /**
     * Makes a project with an experiment.
     *
     * @param folder a folder that is empty or not there
     * @param experiment the content of the experiment file
     * @throws InvalidInputException if the folder has something in it or cannot be written
     */
    public static Project create(Path folder, String experiment) {
        return create(folder, with(experiment, Map.of()));
    }

    /**
     * Makes a project with the experiment of another one and the files beside it, but without its results.
     *
     * @param folder a folder that is empty or not there
     * @throws InvalidInputException if the folder has something in it or cannot be written
     */
    public static Project create(Path folder, Project other) {
        return create(folder, other, ExperimentReader.text(other.experimentFile()));
    }

    /**
     * Makes a project with the files of another one, whose experiment has been changed, but without its results.
     *
     * @param folder a folder that is empty or not there
     * @param experiment the content of the experiment file
     * @throws InvalidInputException if the folder has something in it or cannot be written
     */
    public static Project create(Path folder, Project other, String experiment) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> entries = Files.list(other.folder)) {
            for (Path file : entries.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith(DATABASE) && !name.startsWith(".")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.projectNotRead, other, e.getMessage()), e);
        }
        return create(folder, with(experiment, files));
    }

    private static Map<String, byte[]> files(Example example) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        example.files().forEach(file -> files.put(file.name(), file.read()));
        return files;
    }

    private static Map<String, byte[]> with(String experiment, Map<String, byte[]> files) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(Experiment.FILE, experiment.getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private static Project create(Path folder, Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> entries = Files.list(folder)) {
                if (entries.findAny().isPresent()) {
                    throw new InvalidInputException(NLS.bind(Messages.folderNotEmpty, folder));
                }
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return open(folder);
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.folderReadOnly, folder), e);
        }
    }

    /** The absolute folder. */
    public Path folder() {
        return folder;
    }

    /** The folder's name. */
    public String name() {
        return folder.getFileName().toString();
    }

    public Path experimentFile() {
        return folder.resolve(Experiment.FILE);
    }

    /** The database with all results; not there before the first run. */
    public Path database() {
        return folder.resolve(DATABASE);
    }

    /**
     * Writes a copy of the database that is whole, also while a run is at work, and verifies it and the files of the runs.
     *
     * @param copy a file that is not there yet
     * @throws InvalidInputException if the database cannot be read, or something is damaged
     */
    public void copyDatabase(Path copy) {
        StoreCheck.copy(database(), folder.resolve(RUNS), copy);
    }

    /**
     * Verifies all that is stored against its checksums.
     *
     * @throws InvalidInputException if that cannot be read at all, e.g. since it is of a newer format
     */
    public ProjectCheck check() {
        return StoreCheck.of(database(), folder.resolve(RUNS));
    }

    /**
     * Puts what is whole of a damaged database into its place; the damaged one stays beside it as {@code
     * results-damaged.sqlite}. Evaluations whose run was lost get another one in its place, which says so. Done runs of which
     * something is missing count as cancelled, so that they can be resumed. A database that is whole stays as it is, but gets
     * checksums if it has none.
     *
     * @throws InvalidInputException if a run is at work here, nothing can be read, or the folder cannot be written
     */
    public Repair repair() {
        try (ProjectLock lock = ProjectLock.take(folder)) {
            return new Mending(database()).run();
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.folderNotWritten, folder, e.getMessage()), e);
        }
    }

    /** The folder with the files of a run; not there before the run. */
    public Path runFolder(int number) {
        return folder.resolve(RUNS).resolve(Integer.toString(number));
    }

    /** Who is running an experiment here now, e.g. {@code process 4711 on host7 since …}. */
    public Optional<String> holder() {
        return ProjectLock.holder(folder);
    }

    /** All runs, by number; those that cannot be read are marked as such. */
    public List<RunRecord> runs() {
        return reader().runs();
    }

    /**
     * One run.
     *
     * @throws InvalidInputException if there is none of that number
     */
    public RunRecord run(int number) {
        StoreReader reader = reader();
        return reader.run(number)
                .orElseThrow(() -> new InvalidInputException(reader.lastRun()
                        .map(last -> NLS.bind(Messages.projectNoRun, new Object[] {folder, number, last.number()}))
                        .orElseGet(() -> NLS.bind(Messages.projectNoRuns, folder, number))));
    }

    /** What people say of the runs, by number; runs of which nothing is said are not in it. */
    public Map<Integer, RunLabel> labels() {
        return StoredLabels.read(reader());
    }

    /**
     * Says something else of some runs, also while a run is at work.
     *
     * @param change from what is said of a run to what is to be said
     * @throws InvalidInputException if one of the runs is not there, or the folder cannot be written
     */
    public void label(Collection<Integer> runs, UnaryOperator<RunLabel> change) {
        if (holder().isPresent()) {
            // Whoever is at work has brought the database to this format.
            StoredLabels.change(database(), runs, change);
            return;
        }
        try (ProjectLock lock = ProjectLock.take(folder)) {
            StoredLabels.change(database(), runs, change);
        }
    }

    /**
     * Deletes runs for good, with all that they have stored and their files. Their numbers are not given again.
     *
     * @throws InvalidInputException if a run is at work here, one of the runs is not there, or the folder cannot be written
     */
    public void delete(Collection<Integer> runs) {
        try (ProjectLock lock = ProjectLock.take(folder)) {
            StoredLabels.delete(database(), runs, System.currentTimeMillis());
            for (int run : runs) {
                Folders.delete(runFolder(run));
            }
        } catch (IOException e) {
            throw new InvalidInputException(NLS.bind(Messages.folderNotWritten, folder, e.getMessage()), e);
        }
    }

    /** The run that was begun last, if there is one. */
    public Optional<RunRecord> lastRun() {
        return reader().lastRun();
    }

    /**
     * What a run has stored.
     *
     * @throws InvalidInputException if there is none of that number, or it cannot be read
     */
    public RunResults results(int number) {
        return new StoredResults(reader(), () -> run(number), runFolder(number));
    }

    /**
     * How the best value of some runs grew. Many runs are read far sooner than one by one.
     *
     * @param runs of this project, readable
     */
    public List<RunCurve> curves(List<RunRecord> runs) {
        StoreReader reader = reader();
        return reader.together(() -> runs.stream()
                        .map(run -> RunCurve.of(new StoredResults(reader, () -> run, runFolder(run.number()))))
                        .toList())
                .orElse(List.of());
    }

    /**
     * How the best value of some runs grew with time, by run. Many runs are read far sooner than one by one.
     *
     * @param runs of this project, readable
     */
    public Map<RunRecord, List<TimedImprovement>> curvesByTime(List<RunRecord> runs) {
        StoreReader reader = reader();
        Map<RunRecord, List<TimedImprovement>> curves = new LinkedHashMap<>();
        reader.together(() -> {
            for (RunRecord run : runs) {
                curves.put(run, new StoredResults(reader, () -> run, runFolder(run.number())).improvementsByTime());
            }
            return curves;
        });
        return curves;
    }

    /**
     * What the last run that waits for measurements has asked and was told, or if none waits the last one that has asked for any;
     * nothing if there is none.
     */
    public Optional<LaboratoryRecord> laboratory() {
        return StoredLaboratory.last(reader()).map(this::laboratory);
    }

    /**
     * What a run has asked people to measure, and what they have told.
     *
     * @throws InvalidInputException if there is none of that number, or it cannot be read
     */
    public LaboratoryRecord laboratory(int number) {
        RunRecord run = run(number);
        if (!run.readable()) {
            throw new InvalidInputException(run.failure());
        }
        return StoredLaboratory.of(reader(), run);
    }

    private StoreReader reader() {
        return new StoreReader(database(), holder().isPresent());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Project that && folder.equals(that.folder);
    }

    @Override
    public int hashCode() {
        return folder.hashCode();
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
