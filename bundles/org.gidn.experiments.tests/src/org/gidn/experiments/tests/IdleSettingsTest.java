// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gidn.core.run.Candidates;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Declaration;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.project.RunResults.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run tells of settings that make no difference beside others. */
class IdleSettingsTest {
    @TempDir
    private Path folder;

    private final Bench bench = new Bench(run -> run.evaluate(Candidates.of(Bench.designs(3), "walk", 0)));

    private List<String> told(String... assignments) {
        Project project = Bench.project(folder.resolve(String.join("-", assignments)));
        bench.run(project, assignments);
        return project.results(1).events().stream()
                .map(Event::message)
                .filter(message -> message.contains("no difference"))
                .toList();
    }

    @Test
    void aSettingThatWasChangedInVainIsTold() {
        assertEquals(
                List.of(
                        "The setting 'evaluator.grain' makes no difference here, for 'variant' is 1; it does with variant>1."),
                told("grain=2"));
        assertEquals(List.of(), told("grain=2", "variant=2"));
        assertEquals(List.of(), told("grain=1"));
    }

    @Test
    void conditionsAreOfSettingsAndValuesThatThereAre() {
        Catalogue catalogue = Catalogue.installed();
        List<Extension> extensions = Stream.of(
                        Points.EVALUATORS, Points.OPTIMISERS, Points.PREDICTORS, Points.CONSTRAINTS, Points.SAMPLERS)
                .flatMap(point -> catalogue.extensions(point).stream())
                .toList();
        int conditions = 0;
        for (Extension extension : extensions) {
            for (Declaration declared : extension.declaration().children("parameter")) {
                String when = declared.attribute("when");
                for (String condition : when == null ? new String[0] : when.split(",")) {
                    String[] parts = condition.split("[=>]");
                    Optional<Parameter> other = extension.parameter(parts[0]);
                    String where = extension.id() + " " + declared.attribute("name") + " " + condition;
                    assertTrue(other.isPresent(), where);
                    if (condition.contains("=")) {
                        List.of(parts[1].split("\\|"))
                                .forEach(value -> other.get().convert(value));
                    }
                    conditions++;
                }
            }
        }
        assertTrue(conditions > 15, conditions + " conditions");
    }
}
