package org.gidn.experiments.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gidn.core.InvalidInputException;
import org.gidn.core.run.Cancellation;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Json;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.catalogue.Study;
import org.gidn.experiments.project.Project;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;

/** Runs the experiments of studies, each in a project of its own, and goes on where an earlier attempt has ended. */
public final class StudyRunner {
    private final Catalogue catalogue;

    public StudyRunner(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The project of a part within the study's folder. */
    public static Path folder(Path study, Study.Part part) {
        return study.resolve(part.folder());
    }

    /**
     * Runs one part of a study, unless it has been run with the same settings.
     *
     * @param study the study's folder
     * @param scale its settings come before those of the part
     * @param seed the seed of the run; null for that of the example
     * @return the part's run: done, cancelled or failed
     * @throws InvalidInputException if the part cannot be run
     */
    public RunRecord run(
            Path study,
            Study.Part part,
            Study.Scale scale,
            Long seed,
            RunListener listener,
            Cancellation cancellation) {
        Path folder = folder(study, part);
        Project project = Project.is(folder) ? Project.open(folder) : Project.create(folder, example(part));
        Map<String, String> settings = new LinkedHashMap<>(scale.settings());
        settings.putAll(part.settings());
        if (seed != null) {
            settings.put("seed", seed.toString());
        }
        Experiment experiment =
                new ExperimentReader(catalogue).read(project.experimentFile(), new Overrides(settings, null));
        Map<String, Object> wanted = Json.readObject(Json.write(experiment.tree()));
        Optional<RunRecord> before = project.runs().stream()
                .filter(run -> run.settings().equals(wanted))
                .reduce((earlier, later) -> later);
        Runner runner = new Runner(catalogue);
        if (before.isEmpty()) {
            return runner.run(project, experiment, listener, cancellation);
        }
        return before.get().state() == RunState.DONE
                ? before.get()
                : runner.resume(project, before.get().number(), listener, cancellation);
    }

    private Example example(Study.Part part) {
        return catalogue.examples().stream()
                .filter(example -> example.id().equals(part.example()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "example",
                        part.example(),
                        catalogue.examples().stream().map(Example::id).toList())));
    }
}
