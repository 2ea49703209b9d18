// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gidn.core.settings.Parameter;
import org.gidn.core.settings.Parameter.Type;
import org.gidn.core.settings.Range;
import org.gidn.experiments.Experiment.StopAt;
import org.gidn.experiments.catalogue.Points;
import org.gidn.workbench.internal.Messages;

/** The settings of an experiment that belong to no extension, declared as extensions declare theirs. */
public final class ExperimentFields {
    public static final List<Field> TITLE = List.of(field(Type.TEXT, "", Range.ALL, Messages.fieldTitleHint, "title"));

    public static final List<Field> SCALE = List.of(
            field(Type.INTEGER, "1", Range.ALL, Messages.fieldSeedHint, "seed"),
            field(Type.INTEGER, "", Range.parse("1", null), Messages.fieldBudgetHint, "budget"));

    /** What happens when a plug-in fails. */
    public static final List<Field> TROUBLE = List.of(
            new Field(
                    List.of("stopAt"),
                    new Parameter(
                            "stopAt",
                            Type.CHOICE,
                            StopAt.ERROR.word(),
                            Range.ALL,
                            "",
                            Arrays.stream(StopAt.values()).map(StopAt::word).toList(),
                            null,
                            Messages.fieldStopAtHint)),
            field(Type.INTEGER, "", Range.parse("1", null), Messages.fieldGiveUpAfterHint, "giveUpAfter"),
            field(Type.REAL, "", Range.parse(">0", null), Messages.fieldPatienceHint, "patience"));

    /** How much of a binary design is its first level. */
    public static final Field VOLUME_FRACTION =
            field(Type.REAL, "", Range.parse("0", "1"), Messages.fieldVolumeFractionHint, "problem", "volumeFraction");

    /** What counts of what is measured. */
    public static final List<Field> GOALS = List.of(
            field(Type.TEXT, "", Range.ALL, Messages.fieldObjectivesHint, "problem", "objectives"),
            field(Type.TEXT, "", Range.ALL, Messages.fieldReferencePointHint, "problem", "referencePoint"));

    static final List<Field> PROBLEM =
            Stream.concat(Stream.of(VOLUME_FRACTION), GOALS.stream()).toList();

    /** Where the list of constraints stands. */
    static final List<String> CONSTRAINTS = List.of("problem", "constraints");

    /** An item of that list. */
    static final Parameter CONSTRAINT = new Parameter(
            "constraint",
            Type.EXTENSION,
            null,
            Range.ALL,
            "",
            List.of(),
            Points.CONSTRAINTS,
            Messages.fieldConstraintHint);

    public static final Part EVALUATOR = new Part(List.of("problem", "evaluator"), Points.EVALUATORS, null);
    public static final Part OPTIMISER = new Part(List.of("optimiser"), Points.OPTIMISERS, null);
    public static final Part EXECUTOR = new Part(List.of("executor"), Points.EXECUTORS, "org.gidn.core.local");

    static final List<Part> PARTS = List.of(EVALUATOR, OPTIMISER, EXECUTOR);

    /**
     * An exchangeable part.
     *
     * @param path where it stands in the file
     * @param point extension point of what can be put there
     * @param defaultId what stands there if the file names nothing; null if it must
     */
    public record Part(List<String> path, String point, String defaultId) {
        public String name() {
            return path.get(path.size() - 1);
        }

        /** The part as an extension would declare it. */
        public Parameter parameter() {
            return new Parameter(name(), Type.EXTENSION, defaultId, Range.ALL, "", List.of(), point, "");
        }
    }

    /**
     * A setting with its place in the file.
     *
     * @param path keys that lead to it
     * @param parameter its declaration; one that may be left out has the default {@code ""}
     */
    public record Field(List<String> path, Parameter parameter) {}

    private ExperimentFields() {}

    private static Field field(Type type, String defaultValue, Range range, String description, String... path) {
        String unit =
                switch (path[path.length - 1]) {
                    case "budget" -> Messages.fieldBudgetUnit;
                    case "giveUpAfter" -> Messages.fieldGiveUpAfterUnit;
                    case "patience" -> Messages.fieldPatienceUnit;
                    default -> "";
                };
        return new Field(
                List.of(path),
                new Parameter(path[path.length - 1], type, defaultValue, range, unit, List.of(), null, description));
    }
}
