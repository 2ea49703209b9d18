// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Bound;
import org.gidn.core.work.Cancellation;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.internal.bounds.ToughnessBounds;
import org.gidn.fem.mesh.CrackedPlate;
import org.junit.jupiter.api.Test;

/** No bound is ever below a value of a design that it is about, and what is called closed is. */
class ToughnessBoundsTest {
    private static final int PLATES = 300;
    /** Values from low-rank updates agree with those of the solver to so many digits. */
    private static final double ROUNDING = 1e-9;

    @Test
    void noBoundOfHundredsOfSmallPlatesIsBelowATrueValue() {
        Random random = new Random(5);
        int finite = 0;
        int closed = 0;
        for (int plate = 0; plate < PLATES; plate++) {
            Case each = new Case(random);
            double truth = each.best();
            double toBeat = random.nextInt(3) == 0 ? Double.NEGATIVE_INFINITY : truth * (0.5 + random.nextDouble());
            Bound relaxed = new ToughnessBounds(each.plate, each.material, each.evaluator.homogeneousEnergy(), 0)
                    .bound(each.part, each.soft, Double.NEGATIVE_INFINITY, Cancellation.NONE);
            assertTrue(relaxed.value() >= truth, each + ": " + relaxed + " but " + truth);
            finite += Double.isFinite(relaxed.value()) ? 1 : 0;
            Bound bound = each.evaluator.bound(each.space, each.part, toBeat, Cancellation.NONE);
            assertTrue(Math.max(bound.value(), toBeat) >= truth, each + ": " + bound + " but " + truth);
            if (bound.closed() && bound.design() != null) {
                closed++;
                assertEquals(truth, each.value(bound.design()), ROUNDING * truth, each.toString());
                assertEquals(truth, bound.value(), 1e-6 * truth, each.toString());
            } else if (bound.closed()) {
                assertTrue(truth <= toBeat * (1 + ROUNDING), each + ": " + bound + " but " + truth);
            }
        }
        assertTrue(finite > PLATES / 4 && closed > PLATES / 4, finite + " finite, " + closed + " closed");
    }

    @Test
    void theBestOfAllDesignsIsFoundWithFewEvaluations() {
        CrackToughness evaluator = new CrackToughness(CrackedPlate.square(8, 0.25), new TwoPhaseMaterial(10, 1 / 3.0));
        DesignSpace space = evaluator.space().withZeroFraction(0.125);
        double[] part = new double[32];
        Arrays.fill(part, Double.NaN);
        Bound open = evaluator.bound(space, part, Double.NEGATIVE_INFINITY, Cancellation.NONE);
        assertEquals(8, open.branch());
        assertEquals(Double.POSITIVE_INFINITY, open.value());
        part[8] = 0;
        Bound soft = evaluator.bound(space, part, Double.NEGATIVE_INFINITY, Cancellation.NONE);
        assertEquals(27.2464, soft.value(), 1e-4);
        part[8] = 1;
        Bound stiff = evaluator.bound(space, part, soft.value(), Cancellation.NONE);
        assertTrue(stiff.closed() && stiff.design() == null, stiff.toString());
        assertTrue(soft.evaluations() + stiff.evaluations() < 35_960 * 3 / 4, soft + " and " + stiff);
    }

    @Test
    void whatNoBoundsAreKnownOfIsRefused() {
        CrackedPlate plate = CrackedPlate.square(8, 0.25);
        refused(plate.withSymmetry(false), new TwoPhaseMaterial(10, 0.3), "symmetric plates of one finite element");
        refused(plate.refined(3), new TwoPhaseMaterial(10, 0.3), "symmetric plates of one finite element");
        refused(plate, new TwoPhaseMaterial(0.5, 0.3), "modulusRatio of at least 1");
        refused(plate, new TwoPhaseMaterial(1e5, 0.3), "choose a smaller modulusRatio");
    }

    private static void refused(CrackedPlate plate, TwoPhaseMaterial material, String why) {
        CrackToughness evaluator = new CrackToughness(plate, material);
        double[] part = new double[evaluator.space().variables()];
        Arrays.fill(part, Double.NaN);
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class,
                () -> evaluator.bound(
                        evaluator.space().withZeroFraction(0.25), part, Double.NEGATIVE_INFINITY, Cancellation.NONE));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    @Test
    void aSearchStopsWhenCancelled() {
        CrackToughness evaluator = new CrackToughness(CrackedPlate.square(12, 0.25), new TwoPhaseMaterial(10, 1 / 3.0));
        double[] part = new double[72];
        Arrays.fill(part, Double.NaN);
        part[18] = 0;
        assertThrows(
                CancellationException.class,
                () -> evaluator.bound(evaluator.space().withZeros(5), part, Double.NEGATIVE_INFINITY, () -> true));
    }

    /** A part of the designs of a random plate, few enough to be evaluated one by one. */
    private static final class Case {
        final CrackedPlate plate;
        final TwoPhaseMaterial material;
        final CrackToughness evaluator;
        final int soft;
        final DesignSpace space;
        final double[] part;

        Case(Random random) {
            int rows = 3 + random.nextInt(5);
            int columns = 2 + 2 * random.nextInt(3);
            plate = new CrackedPlate(
                    rows,
                    columns,
                    true,
                    random.nextInt(rows - 1) / (double) rows,
                    0.5 + random.nextDouble(),
                    0.5 + random.nextDouble(),
                    1,
                    1);
            material = new TwoPhaseMaterial(Math.exp(random.nextDouble() * 5), 0.45 * random.nextDouble());
            evaluator = new CrackToughness(plate, material);
            int variables = evaluator.space().variables();
            part = new double[variables];
            double[] some = new double[variables];
            int open = 0;
            for (int j = 0; j < variables; j++) {
                some[j] = random.nextInt(3) == 0 ? 0 : 1;
                boolean free = open < 9 && j != plate.crackRows() * plate.designColumns() && random.nextInt(3) > 0;
                part[j] = free ? Double.NaN : some[j];
                open += free ? 1 : 0;
            }
            soft = (int) Arrays.stream(some).filter(value -> value == 0).count();
            space = evaluator.space().withZeros(soft);
        }

        double best() {
            return best(part.clone(), 0, soft);
        }

        private double best(double[] design, int from, int left) {
            for (int j = from; j < design.length; j++) {
                if (Double.isNaN(design[j])) {
                    double best = Double.NEGATIVE_INFINITY;
                    for (int value = 0; value <= 1; value++) {
                        design[j] = value;
                        best = Math.max(best, best(design, j + 1, left));
                    }
                    design[j] = Double.NaN;
                    return best;
                }
            }
            boolean fits = Arrays.stream(design).filter(value -> value == 0).count() == left;
            return fits ? value(design) : Double.NEGATIVE_INFINITY;
        }

        double value(double[] design) {
            return evaluator
                    .evaluate(DesignBatch.ofValues(design.length, design), Cancellation.NONE)
                    .measured(0, 0);
        }

        @Override
        public String toString() {
            return plate + " with " + soft + " soft of " + Arrays.toString(part);
        }
    }
}
