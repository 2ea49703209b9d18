// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.experiments.ExperimentSchema;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.text.Json;
import org.gidn.export.ExportFormat;
import org.gidn.visualisation.FigureKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is installed. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows what is installed.",
        footer = {
            "",
            "Examples:",
            "  gidn list                   everything, by name",
            "  gidn list optimisers        the design methods with their settings",
            "  gidn list examples --json   for programs",
            "  gidn list schema            a JSON schema of experiment.yaml, for editors"
        })
final class ListCommand implements Callable<Integer> {
    private static final String SCHEMA = "schema";

    private final Session session;
    private final Map<String, Supplier<List<Listed>>> kinds = new LinkedHashMap<>();

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description =
                    "examples, evaluators, materials, constraints, optimisers, predictors, samplers, executors, benchmarks,"
                            + " figures, exporters or schema.")
    private String kind;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    ListCommand(Session session) {
        this.session = session;
        Catalogue catalogue = session.catalogue();
        kinds.put("examples", () -> catalogue.examples().stream()
                .map(example -> new Listed(example.id(), example.name(), example.description()))
                .toList());
        for (String point : Points.ALL) {
            kinds.put(
                    Points.shortName(point),
                    () -> catalogue.extensions(point).stream().map(Listed::of).toList());
        }
        kinds.put(Points.shortName(Points.BENCHMARKS), () -> catalogue.extensions(Points.BENCHMARKS).stream()
                .map(Listed::of)
                .toList());
        kinds.put("figures", () -> FigureKind.installed().stream()
                .map(figure -> new Listed(figure.id(), figure.name(), figure.description()))
                .toList());
        kinds.put("exporters", () -> ExportFormat.installed().stream()
                .map(format -> new Listed(format.id(), format.name(), format.description()))
                .toList());
    }

    @Override
    public Integer call() {
        Output out = session.out();
        if (SCHEMA.equals(kind)) {
            out.println(Json.writeIndented(ExperimentSchema.of(session.catalogue())));
            return ExitStatus.DONE.code();
        }
        if (kind != null && !kinds.containsKey(kind)) {
            List<String> known = new ArrayList<>(kinds.keySet());
            known.add(SCHEMA);
            throw new InvalidInputException(NearestName.unknown("kind", kind, known));
        }
        if (json) {
            out.println(Json.writeIndented(kind == null ? trees() : trees().get(kind)));
        } else if (kind == null) {
            kinds.forEach((name, listed) -> {
                TextTable table = new TextTable();
                listed.get().forEach(one -> table.add(one.id(), one.name()));
                out.println(name);
                out.println(table);
            });
        } else {
            kinds.get(kind).get().forEach(one -> out.println(one.text()));
        }
        session.catalogue().problems().forEach(session::tell);
        return ExitStatus.DONE.code();
    }

    private Map<String, Object> trees() {
        Map<String, Object> trees = new LinkedHashMap<>();
        kinds.forEach((name, listed) ->
                trees.put(name, listed.get().stream().map(Listed::tree).toList()));
        return trees;
    }
}
