package org.gidn.cli.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.experiments.ExperimentSchema;
import org.gidn.experiments.Json;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
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
            "  gidn list schema            a JSON schema for experiment.yaml, for editors"
        })
final class ListCommand implements Callable<Integer> {
    private static final String EXAMPLES = "examples";
    private static final String SCHEMA = "schema";

    private final Session session;
    private final Catalogue catalogue;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            description = "examples, evaluators, materials, optimisers, predictors, samplers, executors or schema.")
    private String kind;

    @Option(names = "--json", description = "Writes JSON.")
    private boolean json;

    ListCommand(Session session) {
        this.session = session;
        this.catalogue = session.catalogue();
    }

    @Override
    public Integer call() {
        if (SCHEMA.equals(kind)) {
            session.out().println(Json.writeIndented(ExperimentSchema.of(catalogue)));
            return CommandLineTool.DONE;
        }
        List<String> kinds = new ArrayList<>(List.of(EXAMPLES));
        Points.ALL.forEach(point -> kinds.add(Points.shortName(point)));
        if (kind != null && !kinds.contains(kind)) {
            kinds.add(SCHEMA);
            throw new InvalidInputException(NearestName.unknown("kind", kind, kinds));
        }
        List<String> shown = kind == null ? kinds : List.of(kind);
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            shown.forEach(name -> all.put(name, tree(name)));
            session.out().println(Json.writeIndented(kind == null ? all : all.get(kind)));
        } else {
            shown.forEach(this::print);
        }
        catalogue.problems().forEach(problem -> session.err().println("gidn: " + problem));
        return CommandLineTool.DONE;
    }

    private static String point(String name) {
        return Points.ALL.stream()
                .filter(point -> Points.shortName(point).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void print(String name) {
        TextTable table = new TextTable();
        if (name.equals(EXAMPLES)) {
            catalogue.examples().forEach(example -> table.add(example.id(), example.name()));
        } else if (kind == null) {
            catalogue.extensions(point(name)).forEach(extension -> table.add(extension.id(), extension.name()));
        } else {
            catalogue.extensions(point(name)).forEach(this::print);
            return;
        }
        session.out().println(name);
        session.out().println(table);
    }

    private void print(Extension extension) {
        session.out().println(extension.id());
        session.out().println("  " + extension.name() + " (" + extension.bundle() + ")");
        session.out().println("  " + extension.description());
        TextTable table = new TextTable();
        for (Parameter parameter : extension.parameters()) {
            table.add("  " + parameter.name(), allowed(parameter), defaultOf(parameter), parameter.description());
        }
        session.out().println(table);
    }

    /** What values a setting takes, in words. */
    private static String allowed(Parameter parameter) {
        String values =
                switch (parameter.type()) {
                    case INTEGER, REAL -> parameter.range().text().replaceFirst("^a number ?", "");
                    case BOOLEAN -> "true or false";
                    case CHOICE -> String.join(" or ", parameter.choices());
                    case EXTENSION -> "one of " + Points.shortName(parameter.point());
                    case TEXT -> "";
                };
        String type =
                switch (parameter.type()) {
                    case INTEGER -> "whole number ";
                    case REAL -> "number ";
                    case TEXT -> "text";
                    default -> "";
                };
        return (type + values).strip() + (parameter.unit().isEmpty() ? "" : ", in " + parameter.unit());
    }

    private static String defaultOf(Parameter parameter) {
        return parameter.defaultValue() == null ? "must be given" : parameter.defaultValue();
    }

    private List<Map<String, Object>> tree(String name) {
        return name.equals(EXAMPLES)
                ? catalogue.examples().stream().map(ListCommand::tree).toList()
                : catalogue.extensions(point(name)).stream()
                        .map(ListCommand::tree)
                        .toList();
    }

    private static Map<String, Object> tree(Example example) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", example.id());
        tree.put("name", example.name());
        tree.put("description", example.description());
        return tree;
    }

    private static Map<String, Object> tree(Extension extension) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", extension.id());
        tree.put("name", extension.name());
        tree.put("description", extension.description());
        tree.put("bundle", extension.bundle());
        tree.put("version", extension.declaration().version());
        tree.put(
                "settings",
                extension.parameters().stream().map(ListCommand::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Parameter parameter) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", parameter.name());
        tree.put("type", parameter.type().name().toLowerCase(java.util.Locale.ROOT));
        tree.put("default", parameter.defaultValue());
        tree.put("min", parameter.range().min());
        tree.put("max", parameter.range().max());
        tree.put("unit", parameter.unit());
        tree.put("choices", parameter.choices());
        tree.put("point", parameter.point());
        tree.put("description", parameter.description());
        return tree;
    }
}
