// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gidn.core.InvalidInputException;
import org.gidn.core.text.Count;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.project.RunRecord;

/**
 * What the user is told of the last run of a project that a command opens.
 *
 * @param run the last one
 */
record LastRun(Session session, Project project, RunRecord run) {
    /**
     * Tells whether the run came to no end that its program could tell, and whether its settings are other ones than those of
     * the experiment file.
     *
     * @param overrides what the command changes in the experiment, and the user knows
     */
    void tell(Overrides overrides) {
        if (run.cutOff()) {
            tellCutOff();
        }
        ExperimentReader reader = new ExperimentReader(session.catalogue());
        String yaml = ExperimentReader.text(project.experimentFile());
        Experiment file = reader.read(yaml, Overrides.NONE).experiment();
        Experiment now = reader.read(yaml, overrides).experiment();
        if (run.readable() && file != null && now != null) {
            asRun(reader).ifPresent(before -> tellDifference(before, file, now));
        }
    }

    /**
     * The experiment of the run, read as that of the file is: settings that are newer than the run have their defaults. None
     * where too little of it is known.
     */
    private Optional<Experiment> asRun(ExperimentReader reader) {
        try {
            return Optional.of(reader.read(run));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private void tellCutOff() {
        session.tell(String.format(
                Locale.ROOT,
                "Run %d of %s, %s on %s, was at work when its program ended without a word: it was killed, or a plug-in"
                        + " halted it. %s kept; to go on: gidn run %s --resume",
                run.number(),
                session.shown(project.folder()),
                run.optimiser(),
                run.settingsByPath().get("problem.evaluator.use"),
                Count.of(run.evaluations(), "evaluation is", "evaluations are"),
                ShellWord.of(session.shown(project.folder()))));
    }

    /** Title, seed and executor don't count: runs of one experiment differ in them. */
    private void tellDifference(Experiment before, Experiment file, Experiment now) {
        Map<String, Object> inRun = RunRecord.byPath(before.tree());
        Map<String, Object> inFile = RunRecord.byPath(file.tree());
        Map<String, Object> inCommand = RunRecord.byPath(now.tree());
        Set<String> differences = new LinkedHashSet<>(inRun.keySet());
        differences.addAll(inFile.keySet());
        differences.removeIf(path -> path.matches("title|seed|executor\\..*")
                || Objects.equals(inRun.get(path), inFile.get(path))
                || !Objects.equals(inFile.get(path), inCommand.get(path)));
        List<String> paths = new ArrayList<>(differences);
        if (paths.isEmpty()) {
            return;
        }
        String first = paths.get(0);
        session.tell(String.format(
                Locale.ROOT,
                "The last run of %s, number %d, had other settings than its %s: %s was %s and is %s there%s; a new run takes"
                        + " those of the file unless --set changes them.",
                session.shown(project.folder()),
                run.number(),
                Experiment.FILE,
                first,
                Objects.requireNonNullElse(inRun.get(first), "not given"),
                Objects.requireNonNullElse(inFile.get(first), "not given"),
                switch (paths.size()) {
                    case 1 -> "";
                    case 2 -> ", and one more differs";
                    default -> ", and " + (paths.size() - 1) + " more differ";
                }));
    }
}
