// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.evaluation.Evaluations;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.EvaluatorAround;
import org.gidn.core.evaluation.GradientEvaluator;
import org.gidn.core.problem.Goal;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.mesh.CrackedPlate;

/**
 * How tough a composite still is where things are not as they were designed: the crack a row longer or shorter, the soft phase stiffer or
 * softer, an element printed in the other phase. It is made around the evaluator of the plate as designed, and asks others for each of the
 * scenarios. All toughnesses are over that of the plate of the stiff phase as designed, so that they can be compared.
 *
 * <p>The objective is the worst or the mean over all scenarios, the one as designed among them; the other and the toughness as designed are
 * measured besides. The gradient of the worst is that of the worst scenario.
 *
 * @since 1.0
 */
public final class RobustToughness extends EvaluatorAround implements GradientEvaluator {
    /** What the objective is. */
    public enum Over {
        WORST,
        MEAN
    }

    private static final String NAME = " toughness";

    private final Over over;
    private final List<Output> outputs;
    private final List<CrackToughness> plates = new ArrayList<>();
    /** What the toughness of each plate is multiplied by. */
    private final double[] units;

    private final boolean misprints;

    /**
     * @param nominal the plate as designed, with designs of two phases
     * @param others the plate in other circumstances, with the same designs
     * @param misprints whether each element in turn is also printed in the other phase, in the plate as designed
     * @throws InvalidInputException if designs differ or have more than two phases
     */
    public RobustToughness(CrackToughness nominal, List<CrackToughness> others, boolean misprints, Over over) {
        super(nominal);
        this.over = over;
        this.misprints = misprints;
        plates.add(nominal);
        plates.addAll(others);
        for (CrackToughness plate : plates) {
            if (!plate.space().binary()
                    || plate.space().variables() != nominal.space().variables()) {
                throw new InvalidInputException(
                        "Robust toughness needs scenarios with the same designs of two phases, but these are "
                                + nominal.space() + " and " + plate.space() + ".");
            }
        }
        units = plates.stream()
                .mapToDouble(plate -> plate.homogeneousEnergy() / nominal.homogeneousEnergy())
                .toArray();
        Output worst = new Output(text(Over.WORST), "", over == Over.WORST ? Goal.MAXIMISE : null);
        Output mean = new Output(text(Over.MEAN), "", over == Over.MEAN ? Goal.MAXIMISE : null);
        outputs = List.of(
                over == Over.WORST ? worst : mean, over == Over.WORST ? mean : worst, new Output("nominal" + NAME, ""));
    }

    private static String text(Over which) {
        return which.name().toLowerCase(Locale.ROOT) + NAME;
    }

    @Override
    public List<Output> outputs() {
        return outputs;
    }

    @Override
    public Evaluations evaluate(DesignBatch designs, Cancellation cancellation) {
        Evaluations results = new Evaluations(designs.size(), outputs.size());
        for (int i = 0; i < designs.size(); i++) {
            cancellation.check();
            evaluate(designs.toArray(i), results, i, cancellation);
        }
        return results;
    }

    private void evaluate(double[] design, Evaluations results, int number, Cancellation cancellation) {
        double worst = Double.POSITIVE_INFINITY;
        double sum = 0;
        int count = 0;
        double nominal = Double.NaN;
        for (int plate = 0; plate < plates.size(); plate++) {
            DesignBatch asPrinted = plate == 0 && misprints ? withMisprints(design) : one(design);
            Evaluations values = plates.get(plate).evaluate(asPrinted, cancellation);
            for (int i = 0; i < values.size(); i++) {
                if (values.failure(i) != null) {
                    results.fail(number, values.failure(i));
                    return;
                }
                double value = values.value(i, 0) * units[plate];
                nominal = count == 0 ? value : nominal;
                worst = Math.min(worst, value);
                sum += value;
                count++;
            }
        }
        double mean = sum / count;
        results.set(number, 0, over == Over.WORST ? worst : mean);
        results.set(number, 1, over == Over.WORST ? mean : worst);
        results.set(number, 2, nominal);
    }

    private static DesignBatch one(double[] design) {
        return DesignBatch.ofValues(design.length, design);
    }

    /** The design, and each that has one element in the other phase. */
    private static DesignBatch withMisprints(double[] design) {
        int variables = design.length;
        double[] all = new double[(variables + 1) * variables];
        for (int i = 0; i <= variables; i++) {
            System.arraycopy(design, 0, all, i * variables, variables);
            if (i > 0) {
                all[i * variables + i - 1] = 1 - design[i - 1];
            }
        }
        return DesignBatch.ofValues(variables, all);
    }

    @Override
    public double gradient(double[] inputs, double[] gradient) {
        int variables = space().variables();
        double[] sum = new double[gradient.length];
        double[] ofWorst = null;
        double worst = Double.POSITIVE_INFINITY;
        double total = 0;
        int count = 0;
        for (int plate = 0; plate < plates.size(); plate++) {
            int flips = plate == 0 && misprints ? variables : 0;
            for (int flip = -1; flip < flips; flip++) {
                double[] printed = inputs.clone();
                double[] slope = new double[gradient.length];
                if (flip >= 0) {
                    printed[flip] = 1 - inputs[flip];
                }
                double value = plates.get(plate).gradient(printed, slope) * units[plate];
                if (flip >= 0) {
                    slope[flip] = -slope[flip];
                }
                for (int j = 0; j < slope.length; j++) {
                    slope[j] *= units[plate];
                    sum[j] += slope[j];
                }
                if (value < worst) {
                    worst = value;
                    ofWorst = slope;
                }
                total += value;
                count++;
            }
        }
        int scenarios = count;
        double[] result = over == Over.WORST
                ? ofWorst
                : Arrays.stream(sum).map(value -> value / scenarios).toArray();
        System.arraycopy(result, 0, gradient, 0, gradient.length);
        return over == Over.WORST ? worst : total / count;
    }

    /** Makes the evaluator from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Evaluator> {
        @Override
        public Evaluator create(Settings settings) {
            int size = settings.integer("size");
            double crack = settings.real("crackFraction");
            double ratio = settings.real("modulusRatio");
            double poissonRatio = settings.real("poissonRatio");
            int rows = settings.integer("crackRows");
            double spread = settings.real("modulusSpread");
            CrackToughness nominal = plate(size, crack, ratio, poissonRatio);
            List<CrackToughness> others = new ArrayList<>();
            for (int row = -rows; row <= rows; row++) {
                double other = crack + row / (double) size;
                if (row != 0 && other > -0.5 / size && other < 1 - 0.5 / size) {
                    others.add(plate(size, Math.max(0, other), ratio, poissonRatio));
                }
            }
            if (spread > 0) {
                others.add(plate(size, crack, ratio / (1 - spread), poissonRatio));
                others.add(plate(size, crack, ratio / (1 + spread), poissonRatio));
            }
            return new RobustToughness(
                    nominal,
                    others,
                    settings.flag("misprints"),
                    settings.text("over").equals("worst") ? Over.WORST : Over.MEAN);
        }

        private static CrackToughness plate(int size, double crack, double ratio, double poissonRatio) {
            return new CrackToughness(CrackedPlate.square(size, crack), new TwoPhaseMaterial(ratio, poissonRatio));
        }
    }
}
