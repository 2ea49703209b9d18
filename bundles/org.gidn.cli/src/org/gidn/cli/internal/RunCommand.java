package org.gidn.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.Runner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an experiment and prints what came of it. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs an experiment.",
        footer = {
            "",
            "Results go to a project: a folder with experiment.yaml, results.sqlite and runs/.",
            "",
            "Examples:",
            "  gidn run composite-8x8                   an example; the project is the folder composite-8x8",
            "  gidn run composite-8x8 --seed 2 --set starts=20000",
            "  gidn run composite-8x8 --set optimiser.predictor.learningRate=0.003 --out study-1",
            "  gidn run study-1                         the experiment of a project, once more",
            "  gidn run study-1 --resume                goes on with a run that was stopped"
        })
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "EXPERIMENT",
            description = "Name of an example (see 'gidn list examples'), a project folder, or an experiment file.")
    private String experiment;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Changes a setting, by its name or its path, e.g. optimiser.predictor.layers=4.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--scale",
            paramLabel = "NAME",
            description = "Takes the settings of one of the experiment's scales.")
    private String scale;

    @Option(names = "--seed", paramLabel = "N", description = "Changes the seed, the source of all chance.")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Number of threads; one a core if left out.")
    private Integer threads;

    @Option(names = "--out", paramLabel = "DIR", description = "The project's folder.")
    private String out;

    @Option(names = "--resume", description = "Goes on with the last run, which was cancelled, failed or cut off.")
    private boolean resume;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Overrides overrides = overrides();
        Runner runner = new Runner(session.catalogue());
        ProgressPrinter progress = new ProgressPrinter(session, 0);
        Project project;
        RunRecord run;
        if (resume) {
            if (!overrides.isEmpty()) {
                throw new InvalidInputException("A resumed run keeps its settings; leave out --resume to begin another"
                        + " run, or --set, --seed, --scale and --threads to go on with it.");
            }
            project = existing()
                    .orElseThrow(() -> new InvalidInputException(
                            "There is no project for '" + experiment + "' here, so there is nothing to resume."));
            run = runner.resume(project, unfinished(project), progress, session.cancellation());
        } else {
            ExperimentReader reader = new ExperimentReader(session.catalogue());
            project = existing().orElse(null);
            Experiment checked;
            if (project != null) {
                checked = reader.read(project.experimentFile(), overrides);
            } else {
                Source source = source();
                checked = reader.read(source.yaml(), overrides).orThrow(source.name());
                runner.check(checked);
                project = source.create();
            }
            run = runner.run(project, checked, progress, session.cancellation());
        }
        return end(project, run);
    }

    private Overrides overrides() {
        Overrides overrides = Overrides.parse(settings);
        if (seed != null) {
            overrides = overrides.with("seed", seed.toString());
        }
        if (threads != null) {
            overrides = overrides.with("executor.threads", threads.toString());
        }
        return scale == null ? overrides : overrides.at(scale);
    }

    /** The project that is meant, if it is there already. */
    private Optional<Project> existing() {
        Path folder = out != null ? session.resolve(out) : folder();
        return Project.is(folder) ? Optional.of(Project.open(folder)) : Optional.empty();
    }

    /** The project's folder if none is given. */
    private Path folder() {
        Path path = session.resolve(experiment);
        if (!Files.isRegularFile(path)) {
            return path;
        }
        String name = path.getFileName().toString();
        return name.equals(Experiment.FILE)
                ? path.getParent()
                : session.folder().resolve(name.replaceFirst("\\.ya?ml$", ""));
    }

    /** An experiment that has no project yet. */
    private record Source(String name, String yaml, java.util.function.Supplier<Project> project) {
        Project create() {
            return project.get();
        }
    }

    private Source source() {
        Path path = session.resolve(experiment);
        Path folder = out != null ? session.resolve(out) : folder();
        if (Files.isRegularFile(path)) {
            String yaml = text(path);
            return new Source(session.shown(path), yaml, () -> Project.create(folder, yaml));
        }
        if (Files.isDirectory(path)) {
            return fromProject(Project.open(path), folder);
        }
        List<Example> examples = session.catalogue().examples();
        return examples.stream()
                .filter(example -> example.id().equals(experiment))
                .findFirst()
                .map(example -> new Source(example.id(), yaml(example), () -> Project.create(folder, example)))
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "example, project or file",
                        experiment,
                        examples.stream().map(Example::id).toList())));
    }

    private static Source fromProject(Project other, Path folder) {
        String yaml = text(other.experimentFile());
        return new Source(other.experimentFile().toString(), yaml, () -> Project.create(folder, yaml));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InvalidInputException("File " + file + " cannot be read as text: " + e.getMessage() + ".", e);
        }
    }

    private static String yaml(Example example) {
        return example.files().stream()
                .filter(file -> file.name().equals(Experiment.FILE))
                .findFirst()
                .map(file -> new String(file.read(), StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new InvalidInputException("Example '" + example.id() + "' has no " + Experiment.FILE + "."));
    }

    private static int unfinished(Project project) {
        RunRecord last = project.lastRun()
                .orElseThrow(() -> new InvalidInputException("Project " + project + " has no run to resume."));
        if (last.state() == RunState.DONE) {
            throw new InvalidInputException("The last run of " + project + ", number " + last.number()
                    + ", is done; there is nothing to resume.");
        }
        return last.number();
    }

    private int end(Project project, RunRecord run) {
        String folder = session.shown(project.folder());
        return switch (run.state()) {
            case CANCELLED -> {
                session.err()
                        .printf(
                                "Cancelled; %,d evaluations are kept. To go on: gidn run %s --resume%n",
                                run.evaluations(), folder);
                yield CommandLineTool.CANCELLED;
            }
            case FAILED -> {
                session.err()
                        .printf(
                                "gidn: %s What was evaluated is kept; to go on: gidn run %s --resume%n",
                                run.failure(), folder);
                yield CommandLineTool.FAILED;
            }
            default -> {
                new RunSummary(session, project, run.number()).print();
                yield CommandLineTool.DONE;
            }
        };
    }
}
