// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.project.Project;

/**
 * Where an experiment that the user names comes from, and the project that it is to run in.
 *
 * @param name what messages call the file
 * @param yaml its content
 * @param project opens the project, or makes it
 */
record ExperimentSource(String name, String yaml, Supplier<Project> project) {
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
     * @throws InvalidInputException if there is no such experiment, or another one in the folder
     */
    static ExperimentSource of(Session session, String experiment, Path folder) {
        Path path = session.resolve(experiment);
        if (Files.isDirectory(path)) {
            Project project = Project.open(path);
            return of(
                    session,
                    project.experimentFile().toString(),
                    ExperimentReader.text(project.experimentFile()),
                    folder,
                    () -> Project.create(folder, project));
        }
        if (Files.isRegularFile(path)) {
            String yaml = ExperimentReader.text(path);
            return of(session, session.shown(path), yaml, folder, () -> Project.create(folder, yaml));
        }
        List<Example> examples = session.catalogue().examples();
        Example example = examples.stream()
                .filter(candidate -> candidate.id().equals(experiment))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "example, project or file",
                        experiment,
                        examples.stream().map(Example::id).toList())));
        return of(session, example.id(), text(example), folder, () -> Project.create(folder, example));
    }

    private static ExperimentSource of(
            Session session, String name, String yaml, Path folder, Supplier<Project> creation) {
        if (!Project.is(folder)) {
            return new ExperimentSource(name, yaml, creation);
        }
        Project project = session.open(folder);
        if (!ExperimentReader.text(project.experimentFile()).equals(yaml)) {
            throw new InvalidInputException("Folder " + folder + " holds another experiment than " + name
                    + "; choose another folder with --out, or run the folder itself.");
        }
        return new ExperimentSource(project.experimentFile().toString(), yaml, () -> project);
    }

    /** The project, made if it was not there. */
    Project open() {
        return project.get();
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
