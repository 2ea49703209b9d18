// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.constraint.Constraint;
import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Relaxation;
import org.gidn.core.evaluation.BoundedEvaluator;
import org.gidn.core.evaluation.EnumerationEvaluator;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.evaluation.NoisyEvaluator;
import org.gidn.core.evaluation.PartlyKnownEvaluator;
import org.gidn.core.evaluation.Replicates;
import org.gidn.core.evaluation.SwapEvaluator;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.problem.Problem;
import org.gidn.core.sampling.RandomStreams;
import org.gidn.core.settings.NearestName;
import org.gidn.core.text.Csv;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.guest.Made;
import org.gidn.experiments.guest.PluginException;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.text.Finding;
import org.gidn.experiments.text.PlacedException;

/**
 * The problem that an experiment states about an evaluator.
 *
 * @param columns which of the evaluator's outputs each output of the problem is: the objectives first, then all others in
 *     their order
 */
record ProblemSetup(Problem problem, int[] columns) {
    /**
     * States the problem.
     *
     * @param folder from where settings that name files are seen
     * @param made receives the constraints, to be closed
     * @param computed whether the evaluator computes the values, so that what it offers beyond them is there
     * @throws InvalidInputException if the experiment does not fit the evaluator, or no design keeps to all constraints
     */
    static ProblemSetup of(
            Catalogue catalogue, Experiment experiment, Path folder, Evaluator evaluator, Made made, boolean computed) {
        boolean noisy = computed && evaluator instanceof NoisyEvaluator;
        if (experiment.replicates() != null && !noisy && computed && evaluator.computes()) {
            throw misplaced(
                    experiment,
                    "replicates",
                    NLS.bind(
                            Messages.replicatesWithoutNoise,
                            experiment.evaluator().id()));
        }
        // What people measure has as many specimens as they told of; their spread is kept beside the outputs.
        List<Output> measured = noisy ? replicates(experiment).outputs(evaluator.outputs()) : evaluator.outputs();
        List<Goal> goals = goals(measured, experiment);
        List<String> names = measured.stream().map(Output::name).toList();
        List<Integer> chosen = experiment.objectives().isEmpty()
                ? IntStream.range(0, goals.size())
                        .filter(i -> goals.get(i) != null)
                        .boxed()
                        .toList()
                : experiment.objectives().keySet().stream().map(names::indexOf).toList();
        int[] columns = IntStream.concat(
                        chosen.stream().mapToInt(i -> i),
                        IntStream.range(0, goals.size()).filter(i -> !chosen.contains(i)))
                .toArray();
        List<Output> outputs = IntStream.of(columns)
                .mapToObj(i -> measured.get(i).with(goals.get(i)))
                .toList();

        checkReference(experiment, chosen.stream().map(names::get).toList());

        DesignSpace whole = evaluator.space();
        DesignSpace space = experiment.volumeFraction() == null
                ? whole
                : placed(experiment, "volumeFraction", () -> whole.withZeroFraction(experiment.volumeFraction()));
        List<Constraint> constraints = new ArrayList<>();
        for (Experiment.Placed placed : experiment.constraints()) {
            constraints.add(
                    fitting(placed, () -> made.add(catalogue.create(placed.constraint(), Constraint.class, folder))));
            DesignSpace before = space;
            space = fitting(
                    placed, () -> constraints.get(constraints.size() - 1).limit(before));
        }
        List<DesignRule> rules = new ArrayList<>();
        List<Demand> demands = new ArrayList<>();
        DesignSpace remaining = space;
        DesignSpace limited = placed(experiment, "constraints", () -> requireDesigns(remaining));
        for (int i = 0; i < constraints.size(); i++) {
            Constraint constraint = constraints.get(i);
            Experiment.Placed placed = experiment.constraints().get(i);
            fitting(placed, () -> constraint.rule(limited)).ifPresent(rule -> {
                rules.forEach(other -> requireBoth(placed, rule, other));
                rules.add(rule);
            });
            fitting(placed, () -> constraint.demand(outputs)).ifPresent(demands::add);
        }
        if (FewDesigns.noneKeeps(space, rules)) {
            throw misplaced(experiment, "constraints", Messages.constraintsNoneOfFew);
        }
        checkTogether(experiment, demands);
        return new ProblemSetup(
                new Problem(
                        space,
                        outputs,
                        rules,
                        demands,
                        capabilities(
                                evaluator,
                                computed,
                                columns[0] == 0 && demands.isEmpty(),
                                outputs.get(0).goal()
                                        == evaluator.outputs().get(0).goal(),
                                limited.binary(),
                                rules.isEmpty() && !limited.bound())),
                columns);
    }

    /** How often each design is evaluated. */
    static Replicates replicates(Experiment experiment) {
        int count = experiment.replicates() == null ? 1 : Math.toIntExact(experiment.replicates());
        return new Replicates(count, new RandomStreams(experiment.seed()));
    }

    /** The goal of each output; null for those that are only recorded. */
    private static List<Goal> goals(List<Output> measured, Experiment experiment) {
        Map<String, Goal> objectives = experiment.objectives();
        if (objectives.isEmpty()) {
            List<Goal> own = new ArrayList<>();
            measured.forEach(output -> own.add(output.goal()));
            return own;
        }
        List<String> names = measured.stream().map(Output::name).toList();
        for (String name : objectives.keySet()) {
            if (!names.contains(name)) {
                throw misplaced(
                        experiment,
                        Experiment.OBJECTIVE + name,
                        NLS.bind(
                                Messages.objectiveUnknown,
                                NearestName.unknown("output", name, names),
                                String.join(", ", names)));
            }
        }
        List<Goal> goals = new ArrayList<>();
        for (Output output : measured) {
            Goal asked = objectives.get(output.name());
            Goal goal = asked == null ? output.goal() : asked;
            if (objectives.containsKey(output.name()) && goal == null) {
                throw misplaced(
                        experiment,
                        Experiment.OBJECTIVE + output.name(),
                        NLS.bind(Messages.objectiveGoal, output.name()));
            }
            goals.add(objectives.containsKey(output.name()) ? goal : null);
        }
        return goals;
    }

    /** The reference point has a value for each objective. */
    private static void checkReference(Experiment experiment, List<String> objectives) {
        int given = experiment.referencePoint().size();
        if (given > 0 && given != objectives.size()) {
            throw misplaced(
                    experiment,
                    "referencePoint",
                    NLS.bind(Messages.referenceLength, String.join(", ", objectives), given));
        }
    }

    /** What is wrong with a setting of the problem, after its place in the file. */
    private static InvalidInputException misplaced(Experiment experiment, String setting, String message) {
        return misplaced(experiment, setting, message, null);
    }

    private static InvalidInputException misplaced(
            Experiment experiment, String setting, String message, InvalidInputException cause) {
        Experiment.Place place = experiment.places().getOrDefault(setting, new Experiment.Place(0, 0));
        return new PlacedException(place.prefix() + message, new Finding(place.line(), place.column(), message), cause);
    }

    /** Does something about a setting of the problem, and tells of what is wrong with the setting's place; a guest's fault has none. */
    static <T> T placed(Experiment experiment, String setting, Supplier<T> what) {
        try {
            return what.get();
        } catch (PluginException e) {
            throw e;
        } catch (InvalidInputException e) {
            throw misplaced(experiment, setting, e.getMessage(), e);
        }
    }

    /** Tells of what does not fit with the place of the constraint. */
    private static <T> T fitting(Experiment.Placed placed, Supplier<T> what) {
        try {
            return what.get();
        } catch (InvalidInputException e) {
            throw fault(placed, e);
        }
    }

    private static PlacedException fault(Experiment.Placed placed, InvalidInputException e) {
        String place = placed.line() == 0 ? "" : " " + placed.line() + ":" + placed.column();
        Finding finding = new Finding(placed.line(), placed.column(), misfit("", placed, e));
        return new PlacedException(misfit(place, placed, e), finding, e);
    }

    private static String misfit(String place, Experiment.Placed placed, InvalidInputException e) {
        return NLS.bind(
                Messages.constraintMisfit,
                new Object[] {place, placed.constraint().id(), e.getMessage()});
    }

    /** Looks whether a design can keep to two rules, the later one of them of a constraint. */
    private static void requireBoth(Experiment.Placed placed, DesignRule later, DesignRule before) {
        later.contradiction(before).or(() -> before.contradiction(later)).ifPresent(why -> {
            throw fault(placed, new InvalidInputException(NLS.bind(Messages.constraintsExclude, new Object[] {
                later.demand(), before.demand(), why
            })));
        });
    }

    /** Looks whether a value can keep to all bounds of one output. */
    private static void checkTogether(Experiment experiment, List<Demand> demands) {
        for (Demand one : demands) {
            for (Demand other : demands) {
                if (one.output() == other.output() && one.least() > other.most()) {
                    throw misplaced(experiment, "constraints", NLS.bind(Messages.constraintsBounds, new Object[] {
                        one.name(), Csv.number(one.least()), Csv.number(other.most())
                    }));
                }
            }
        }
    }

    /** Looks whether the limits leave any design; returns the space. */
    private static DesignSpace requireDesigns(DesignSpace space) {
        Relaxation relaxation = new Relaxation(space);
        Decoder decoder = relaxation.decoder();
        double[] design = new double[space.variables()];
        decoder.decode(new float[relaxation.inputs()], 0, design);
        space.objection(DesignBatch.ofValues(design.length, design), 0).ifPresent(objection -> {
            throw new InvalidInputException(NLS.bind(Messages.constraintsNone, objection));
        });
        return space;
    }

    /**
     * What the evaluator offers.
     *
     * @param computed whether it computes the values; where people measure them, what is known of them is still known
     * @param first whether the first objective is the evaluator's first output, which what it offers is about
     * @param asMeasured whether it has the goal that the evaluator gives its first output
     * @param binary whether designs have cells of two levels, as swaps need
     * @param free whether any design with the right number of levels is a solution
     */
    private static Set<Capability> capabilities(
            Evaluator evaluator, boolean computed, boolean first, boolean asMeasured, boolean binary, boolean free) {
        Set<Capability> capabilities = EnumSet.noneOf(Capability.class);
        if (evaluator instanceof NoisyEvaluator) {
            return capabilities;
        }
        if (first && evaluator instanceof PartlyKnownEvaluator) {
            capabilities.add(Capability.KNOWN_PART);
        }
        if (!computed) {
            return capabilities;
        }
        if (first && evaluator instanceof GradientEvaluator) {
            capabilities.add(Capability.GRADIENT);
        }
        if (first && binary && evaluator instanceof SwapEvaluator) {
            capabilities.add(Capability.SWAPS);
        }
        if (first && asMeasured && free && evaluator instanceof EnumerationEvaluator) {
            capabilities.add(Capability.ENUMERATION);
        }
        if (first && asMeasured && free && evaluator instanceof BoundedEvaluator) {
            capabilities.add(Capability.BOUNDS);
        }
        return capabilities;
    }
}
