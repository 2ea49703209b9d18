// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Range;
import org.gidn.experiments.Experiment.StopAt;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Configuration;
import org.gidn.experiments.catalogue.Points;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.internal.reading.Tree;
import org.gidn.experiments.text.Finding;
import org.gidn.experiments.text.ObjectivesText;
import org.gidn.experiments.text.ReferencePointText;

/** Makes an experiment of what a file says. */
final class ExperimentTree {
    /** The executor of experiments that name none. */
    static final String DEFAULT_EXECUTOR = "org.gidn.core.local";

    /** What an experiment is called. */
    static final Parameter TITLE = plain("title", Parameter.Type.TEXT, "Experiment", null, null, Messages.settingTitle);

    /** The settings of an experiment that belong to no extension, in the order of the file. */
    static final List<Parameter> PLAIN = List.of(
            TITLE,
            plain("seed", Parameter.Type.INTEGER, "1", null, null, Messages.settingSeed),
            plain("budget", Parameter.Type.INTEGER, null, "1", null, Messages.settingBudget),
            new Parameter(
                    "stopAt",
                    Parameter.Type.CHOICE,
                    StopAt.ERROR.word(),
                    Range.ALL,
                    "",
                    Arrays.stream(StopAt.values()).map(StopAt::word).toList(),
                    null,
                    Messages.settingStopAt),
            plain("giveUpAfter", Parameter.Type.INTEGER, null, "1", null, Messages.settingGiveUpAfter),
            plain("patience", Parameter.Type.REAL, null, ">0", null, Messages.settingPatience),
            plain("volumeFraction", Parameter.Type.REAL, null, "0", "1", Messages.settingVolumeFraction),
            plain("objectives", Parameter.Type.TEXT, null, null, null, Messages.settingObjectives),
            plain("referencePoint", Parameter.Type.TEXT, null, null, null, Messages.settingReferencePoint),
            plain("replicates", Parameter.Type.INTEGER, null, "1", "1000000", Messages.settingReplicates));

    private static final List<String> FIELDS = List.of(
            "format",
            "title",
            "seed",
            "problem",
            "optimiser",
            "executor",
            "budget",
            "stopAt",
            "giveUpAfter",
            "patience",
            "scales");
    /** Has no objectives and constraints, and is else the same. */
    private static final String FORMER_FORMAT = "1";

    private static final String CONSTRAINTS = "constraints";
    private static final List<String> PROBLEM_FIELDS =
            List.of("evaluator", "volumeFraction", "objectives", "referencePoint", "replicates", "constraints");

    private final Catalogue catalogue;
    private final Tree root;
    private final List<Finding> findings;
    private final ConfigurationReader configurations;
    private final List<Change> changes = new ArrayList<>();

    /**
     * A setting that overrides have changed.
     *
     * @param path its place in the file
     */
    record Change(List<String> path, Tree value) {}

    /**
     * @param root what the file says; changed by overrides
     * @param findings receives what is wrong
     */
    ExperimentTree(Catalogue catalogue, Tree root, List<Finding> findings) {
        this.catalogue = catalogue;
        this.root = root;
        this.findings = findings;
        this.configurations = new ConfigurationReader(catalogue, findings);
    }

    private static Parameter plain(
            String name, Parameter.Type type, String fallback, String min, String max, String description) {
        return new Parameter(name, type, fallback, Range.parse(min, max), "", List.of(), null, description);
    }

    /** The experiment; of no use if there are findings. */
    Experiment read(Overrides overrides) {
        if (!root.isMap()) {
            findings.add(root.finding(Messages.experimentNoLines));
            return null;
        }
        checkFormat();
        checkNames(root, FIELDS);
        Tree problem = root.get("problem");
        if (problem == null || !problem.isMap()) {
            findings.add((problem == null ? root : problem).finding(Messages.problemMissing));
            return null;
        }
        checkNames(problem, PROBLEM_FIELDS);
        applyScale(overrides.scale());
        setAll(Tree.given(overrides.settings()));
        return new Experiment(
                (String) value(root, "title"),
                value(root, "seed") instanceof Long seed ? seed : 0,
                configurations.read(problem.get("evaluator"), Points.EVALUATORS, null, problem, "evaluator"),
                (Double) value(problem, "volumeFraction"),
                parsed(problem, "objectives", ObjectivesText::parse, Map.of()),
                parsed(problem, "referencePoint", ReferencePointText::parse, List.of()),
                places(problem),
                (Long) value(problem, "replicates"),
                constraints(problem),
                configurations.read(root.get("optimiser"), Points.OPTIMISERS, null, root, "optimiser"),
                configurations.read(root.get("executor"), Points.EXECUTORS, DEFAULT_EXECUTOR, root, "executor"),
                (Long) value(root, "budget"),
                StopAt.of((String) value(root, "stopAt")),
                (Long) value(root, "giveUpAfter"),
                (Double) value(root, "patience"));
    }

    /** What overrides have changed so far, in their order. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    private void checkFormat() {
        Tree format = root.get("format");
        if (format == null) {
            findings.add(root.finding(NLS.bind(Messages.formatMissing, Experiment.FORMAT)));
        } else if (!List.of(String.valueOf(Experiment.FORMAT), FORMER_FORMAT).contains(String.valueOf(format.text()))) {
            findings.add(format.finding(
                    NLS.bind(Messages.formatUnknown, new Object[] {FORMER_FORMAT, Experiment.FORMAT, format.text()})));
        }
    }

    private void checkNames(Tree map, List<String> known) {
        for (String name : map.fields().keySet()) {
            if (!known.contains(name)) {
                findings.add(map.name(name).finding(NearestName.unknown(Messages.kindSetting, name, known)));
            }
        }
    }

    /** Applies the settings of one of the file's scales; null for none. */
    private void applyScale(String wanted) {
        Tree scales = root.get("scales");
        Map<String, Tree> byName = scales != null && scales.isMap() ? scales.fields() : Map.of();
        if (scales != null && !scales.isMap()) {
            findings.add(scales.finding(Messages.scalesNoNames));
        }
        if (wanted == null) {
            return;
        }
        Tree scale = byName.get(wanted);
        if (scale == null) {
            findings.add(new Finding(0, 0, NearestName.unknown(Messages.kindScale, wanted, byName.keySet())));
        } else if (!scale.isMap()) {
            findings.add(scale.finding(NLS.bind(Messages.scaleEmpty, wanted)));
        } else {
            setAll(scale.fields());
        }
    }

    private void setAll(Map<String, Tree> settings) {
        SettingPaths.setAll(settings, () -> paths(constraintsByNumber(root.get("problem"))), this::set);
    }

    private void set(String name, Tree value) {
        Tree problem = root.get("problem");
        Tree constraints = constraintsByNumber(problem);
        try {
            List<String> path =
                    new ArrayList<>(List.of(paths(constraints).set(name, value).split("\\.")));
            int number = 0;
            for (Tree constraint : constraints.fields().values()) {
                problem.get(CONSTRAINTS).items().set(number++, constraint);
            }
            if (PROBLEM_FIELDS.contains(path.get(0))) {
                path.add(0, "problem");
            }
            changes.add(new Change(path, value));
        } catch (InvalidInputException e) {
            findings.add(value.finding(e.getMessage()));
        }
    }

    /** The settings that there are now. */
    private SettingPaths paths(Tree constraints) {
        Tree problem = root.get("problem");
        SettingPaths paths = new SettingPaths(catalogue);
        for (String field : List.of("title", "seed", "budget", "stopAt", "giveUpAfter", "patience")) {
            paths.addValue(field, root);
        }
        for (String field : List.of("volumeFraction", "objectives", "referencePoint", "replicates")) {
            paths.addValue(field, problem);
        }
        constraints
                .fields()
                .keySet()
                .forEach(number -> paths.addExtension(number, constraints, Points.CONSTRAINTS, null));
        paths.addExtension("evaluator", problem, Points.EVALUATORS, null);
        paths.addExtension("optimiser", root, Points.OPTIMISERS, null);
        paths.addExtension("executor", root, Points.EXECUTORS, DEFAULT_EXECUTOR);
        return paths;
    }

    /** What a text of the problem says; nothing if it is left out or wrong. */
    private <T> T parsed(Tree problem, String name, Function<String, T> parser, T nothing) {
        try {
            return value(problem, name) instanceof String text ? parser.apply(text) : nothing;
        } catch (InvalidInputException e) {
            findings.add(problem.get(name).finding(e.getMessage()));
            return nothing;
        }
    }

    private static Map<String, Experiment.Place> places(Tree problem) {
        Map<String, Experiment.Place> places = new HashMap<>();
        for (String name : List.of("volumeFraction", "referencePoint", "replicates", "evaluator", CONSTRAINTS)) {
            Tree said = problem.get(name);
            if (said != null) {
                places.put(name, new Experiment.Place(said.line(), said.column()));
            }
        }
        Tree objectives = problem.get("objectives");
        if (objectives != null && objectives.isText()) {
            ObjectivesText.columns(objectives.text()).forEach((name, column) -> {
                // A text that was not read from the file has no columns.
                int before = objectives.line() == 0 ? 0 : column;
                places.put(
                        Experiment.OBJECTIVE + name,
                        new Experiment.Place(objectives.line(), objectives.column() + before));
            });
        }
        return places;
    }

    private List<Experiment.Placed> constraints(Tree problem) {
        Tree list = problem.get(CONSTRAINTS);
        List<Experiment.Placed> constraints = new ArrayList<>();
        if (list != null && list.items() == null) {
            findings.add(list.finding(Messages.constraintsNoList));
        } else if (list != null) {
            for (Tree item : list.items()) {
                Configuration constraint = configurations.read(item, Points.CONSTRAINTS, null, problem, CONSTRAINTS);
                if (constraint != null) {
                    constraints.add(new Experiment.Placed(constraint, item.line(), item.column()));
                }
            }
        }
        return constraints;
    }

    /** The constraints as settings name them, e.g. {@code constraints.1} for the first. */
    private static Tree constraintsByNumber(Tree problem) {
        Tree numbers = Tree.givenMap();
        Tree list = problem.get(CONSTRAINTS);
        for (int i = 0; list != null && list.items() != null && i < list.items().size(); i++) {
            numbers.give(CONSTRAINTS + "." + (i + 1), list.items().get(i));
        }
        return numbers;
    }

    private Object value(Tree map, String name) {
        Parameter parameter = PLAIN.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Tree given = map.get(name);
        if (given != null) {
            return configurations.convert(parameter, given);
        }
        return parameter.defaultValue() == null ? null : parameter.convert(parameter.defaultValue());
    }
}
