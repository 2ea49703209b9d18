// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.text.PlacedException;

/**
 * Where an experiment that the user names comes from, and the project that it is to run in.
 *
 * @param name what messages call the file
 * @param yaml its content
 * @param project opens the project, or makes it
 */
record ExperimentSource(String name, String yaml, Supplier<Project> project) {
    /**
     * Looks whether the experiment can be run.
     *
     * @param check throws what is wrong
     * @throws InvalidInputException with the name of the file before the place in it, if that is known
     */
    void check(Runnable check) {
        try {
            check.run();
        } catch (PlacedException e) {
            boolean placed = !e.getMessage().equals(e.finding().message());
            throw placed ? new InvalidInputException(e.finding().text(name), e) : e;
        }
    }

    /** The project's folder if the user gives none. */
    static Path folder(Session session, String experiment) {
        Path path = session.resolve(experiment);
        if (!Files.isRegularFile(path)) {
            return path;
        }
        String name = path.getFileName().toString();
        return name.equals(Experiment.FILE)
                ? path.getParent()
                : session.folder().resolve(name.replaceFirst("\\.ya?ml$", ""));
    }

    /**
     * Finds an experiment: a project folder, an experiment file, or the name of an example.
     *
     * @param folder where the project is or shall be
     * @param overrides what is changed in the experiment; written into the file of a new project
     * @throws InvalidInputException if there is no such experiment, or another one in the folder
     */
    static ExperimentSource of(Session session, String experiment, Path folder, Overrides overrides) {
        ExperimentReader reader = new ExperimentReader(session.catalogue());
        Path path = session.resolve(experiment);
        if (Files.isDirectory(path)) {
            Project project = Project.open(path);
            String yaml = ExperimentReader.text(project.experimentFile());
            ExperimentSource source = new ExperimentSource(
                    project.experimentFile().toString(),
                    yaml,
                    () -> Project.create(folder, project, reader.changed(yaml, overrides)));
            return source.in(session, folder, overrides);
        }
        if (Files.isRegularFile(path)) {
            String yaml = seenFrom(folder, path, reader);
            ExperimentSource source = new ExperimentSource(
                    session.shown(path), yaml, () -> Project.create(folder, reader.changed(yaml, overrides)));
            return source.in(session, folder, overrides);
        }
        List<Example> examples = session.catalogue().examples();
        Example example = examples.stream()
                .filter(candidate -> candidate.id().equals(experiment))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "example, project or file",
                        experiment,
                        examples.stream().map(Example::id).toList())));
        String yaml = text(example);
        ExperimentSource source = new ExperimentSource(
                example.id(), yaml, () -> Project.create(folder, example, reader.changed(yaml, overrides)));
        return source.in(session, folder, overrides);
    }

    /**
     * The text of an experiment file that is to stand in another folder: what its settings name by a relative path is named as seen
     * from there.
     */
    private static String seenFrom(Path folder, Path file, ExperimentReader reader) {
        String yaml = ExperimentReader.text(file);
        Experiment experiment = reader.read(yaml, Overrides.NONE).experiment();
        Path from = file.toAbsolutePath().getParent();
        Path to = folder.toAbsolutePath().normalize();
        if (experiment == null || from.equals(to)) {
            return yaml;
        }
        return reader.changed(yaml, moved(experiment.evaluator(), "evaluator", from, to, Overrides.NONE));
    }

    private static Overrides moved(Configuration used, String name, Path from, Path to, Overrides overrides) {
        Overrides moved = overrides;
        for (Parameter parameter : used.extension().parameters()) {
            String setting = name + "." + parameter.name();
            Object value = used.values().get(parameter.name());
            if (value instanceof Configuration inner) {
                moved = moved(inner, setting, from, to, moved);
            } else if (parameter.type() == Parameter.Type.PATH && Files.exists(from.resolve((String) value))) {
                moved = moved.with(
                        setting,
                        to.relativize(from.resolve((String) value).normalize()).toString());
            }
        }
        return moved;
    }

    /** The same in a folder, which is a project with that experiment already, or shall be one. */
    private ExperimentSource in(Session session, Path folder, Overrides overrides) {
        if (!Project.is(folder)) {
            return this;
        }
        Project there = session.open(folder, overrides);
        String file = there.experimentFile().toString();
        String written = ExperimentReader.text(there.experimentFile());
        if (!written.equals(yaml) && !same(new ExperimentReader(session.catalogue()), written, overrides)) {
            throw new InvalidInputException("Folder " + folder + " holds another experiment than " + name
                    + "; choose another folder with --out, or run the folder itself.");
        }
        return new ExperimentSource(file, written, () -> there);
    }

    /** Whether what the overrides make of another file is what they make of this one. */
    private boolean same(ExperimentReader reader, String other, Overrides overrides) {
        Experiment here = reader.read(yaml, overrides).experiment();
        Experiment there = reader.read(other, overrides).experiment();
        return here != null && there != null && here.tree().equals(there.tree());
    }

    /** The project, made if it was not there. */
    Project open() {
        return project.get();
    }

    /**
     * The project, made if it was not there. Where it is refused then, what was made is taken away again: an experiment may need the
     * files that come with it, so that it cannot be looked at before they are there.
     *
     * @param folder where the project is or shall be
     * @param check throws what is wrong with the experiment
     */
    Project open(Path folder, Consumer<Project> check) {
        boolean project = Project.is(folder);
        boolean there = Files.exists(folder);
        Project opened = open();
        try {
            check.accept(opened);
            return opened;
        } catch (RuntimeException e) {
            if (!project) {
                empty(folder, !there);
            }
            throw e;
        }
    }

    private static void empty(Path folder, boolean itself) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (itself || !file.equals(folder)) {
                    Files.delete(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The experiment is wrong all the same, and that is what has to be told.
        }
    }

    private static String text(Example example) {
        return example.files().stream()
                .filter(file -> file.name().equals(Experiment.FILE))
                .findFirst()
                .map(file -> new String(file.read(), StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new InvalidInputException("Example '" + example.id() + "' has no " + Experiment.FILE + "."));
    }
}
