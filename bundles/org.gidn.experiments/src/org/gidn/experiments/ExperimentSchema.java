// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Extension;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.text.Json;

/**
 * The form of experiment files as a JSON schema (draft 2020-12), made from what is installed, for editors.
 *
 * @since 1.0
 */
public final class ExperimentSchema {
    private static final String DEFINITIONS = "#/$defs/";

    private ExperimentSchema() {}

    /** The schema as a tree, see {@link Json}. */
    public static Map<String, Object> of(Catalogue catalogue) {
        Map<String, Object> definitions = new LinkedHashMap<>();
        for (String point : Points.ALL) {
            definitions.put(Points.shortName(point), anyOf(catalogue.extensions(point)));
            catalogue
                    .extensions(point)
                    .forEach(extension -> definitions.put(extension.id(), settings(extension, Map.of())));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("format", map("enum", List.of(1, Experiment.FORMAT), "description", Messages.schemaFormat));
        properties.put("title", plain("title"));
        properties.put("seed", plain("seed"));
        properties.put(
                "problem",
                object(
                        map(
                                "evaluator",
                                reference(Points.EVALUATORS, Messages.schemaEvaluator),
                                "volumeFraction",
                                plain("volumeFraction"),
                                "objectives",
                                plain("objectives"),
                                "referencePoint",
                                plain("referencePoint"),
                                "replicates",
                                plain("replicates"),
                                "constraints",
                                map(
                                        "type",
                                        "array",
                                        "description",
                                        Messages.schemaConstraints,
                                        "items",
                                        map("$ref", DEFINITIONS + Points.shortName(Points.CONSTRAINTS)))),
                        List.of("evaluator")));
        properties.put("optimiser", reference(Points.OPTIMISERS, Messages.schemaOptimiser));
        properties.put(
                "executor", reference(Points.EXECUTORS, Messages.schemaExecutor, ExperimentTree.DEFAULT_EXECUTOR));
        properties.put("budget", plain("budget"));
        properties.put("stopAt", plain("stopAt"));
        properties.put("giveUpAfter", plain("giveUpAfter"));
        properties.put("patience", plain("patience"));
        properties.put(
                "scales",
                map(
                        "type",
                        "object",
                        "description",
                        Messages.schemaScales,
                        "additionalProperties",
                        map("type", "object")));
        Map<String, Object> schema =
                map("$schema", "https://json-schema.org/draft/2020-12/schema", "title", Messages.schemaTitle);
        schema.putAll(object(properties, List.of("format", "problem", "optimiser")));
        schema.put("$defs", definitions);
        return schema;
    }

    private static Map<String, Object> plain(String name) {
        return ExperimentTree.PLAIN.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(ExperimentSchema::value)
                .orElseThrow();
    }

    private static Map<String, Object> reference(String point, String description) {
        return map("description", description, "$ref", DEFINITIONS + Points.shortName(point));
    }

    /** Settings that name no extension are those of the default. */
    private static Map<String, Object> reference(String point, String description, String defaultId) {
        return map(
                "description",
                description,
                "anyOf",
                List.of(map("$ref", DEFINITIONS + Points.shortName(point)), map("$ref", DEFINITIONS + defaultId)));
    }

    /** An identifier alone, or with settings. */
    private static Map<String, Object> anyOf(List<Extension> extensions) {
        List<Object> forms = new ArrayList<>();
        forms.add(map("enum", extensions.stream().map(Extension::id).toList()));
        for (Extension extension : extensions) {
            forms.add(settings(
                    extension,
                    map(Configuration.USE, map("const", extension.id(), "description", extension.description()))));
        }
        return map("anyOf", forms);
    }

    /** The settings of an extension beside other properties, which are required. */
    private static Map<String, Object> settings(Extension extension, Map<String, Object> others) {
        Map<String, Object> properties = new LinkedHashMap<>(others);
        List<String> required = new ArrayList<>(others.keySet());
        for (Parameter parameter : extension.parameters()) {
            properties.put(parameter.name(), value(parameter));
            if (parameter.defaultValue() == null) {
                required.add(parameter.name());
            }
        }
        return object(properties, required);
    }

    private static Map<String, Object> value(Parameter parameter) {
        String description = parameter.unit().isEmpty()
                ? parameter.description()
                : NLS.bind(Messages.schemaUnit, parameter.description(), parameter.unit());
        Map<String, Object> schema = map("description", description);
        switch (parameter.type()) {
            // Numbers may be written as 100_000 and 1/3, which YAML takes for text.
            case INTEGER -> number(schema, parameter, "integer", "^-?[0-9][0-9_]*$");
            case REAL -> number(schema, parameter, "number", "^-?[0-9][0-9_.eE+-]*(/[0-9._]+)?$");
            case BOOLEAN -> schema.put("type", "boolean");
            case TEXT, PATH -> schema.put("type", List.of("string", "number", "boolean"));
            case CHOICE -> schema.put("enum", parameter.choices());
            case EXTENSION ->
                schema = parameter.defaultValue() == null
                        ? reference(parameter.point(), description)
                        : reference(parameter.point(), description, parameter.defaultValue());
        }
        if (parameter.defaultValue() != null) {
            Object value = parameter.convert(parameter.defaultValue());
            schema.put("default", value);
        }
        return schema;
    }

    private static void number(Map<String, Object> schema, Parameter parameter, String type, String pattern) {
        Range range = parameter.range();
        Map<String, Object> number = map("type", type);
        if (range.min() != Double.NEGATIVE_INFINITY) {
            number.put(range.minAllowed() ? "minimum" : "exclusiveMinimum", range.min());
        }
        if (range.max() != Double.POSITIVE_INFINITY) {
            number.put(range.maxAllowed() ? "maximum" : "exclusiveMaximum", range.max());
        }
        schema.put("anyOf", List.of(number, map("type", "string", "pattern", pattern)));
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return map("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
