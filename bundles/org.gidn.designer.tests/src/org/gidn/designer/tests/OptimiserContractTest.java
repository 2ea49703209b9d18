// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer.tests;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gidn.core.contract.OptimiserContract;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.predictor.Acquisition;
import org.gidn.core.predictor.Predictor;
import org.gidn.core.problem.Capability;
import org.gidn.core.problem.Problem;
import org.gidn.core.run.Optimiser;
import org.gidn.core.sampling.RandomSampler;
import org.gidn.core.testing.MixedTarget;
import org.gidn.designer.DescentSettings;
import org.gidn.designer.FrugalGidn;
import org.gidn.designer.FrugalSettings;
import org.gidn.designer.Gidn;
import org.gidn.designer.GidnSettings;
import org.gidn.designer.Selection;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.predictor.MlpPredictor;
import org.gidn.predictor.settings.MlpSettings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways of GIDN keep what every optimiser promises, on the composite and on a mixed problem with a rule. */
class OptimiserContractTest {
    private static final CrackToughness COMPOSITE =
            new CrackToughness(CrackedPlate.square(6, 1 / 3.0), new TwoPhaseMaterial(10, 1 / 3.0));

    /** A method on a problem. */
    private record Case(String name, Supplier<Optimiser> maker, Evaluator evaluator, Problem problem) {
        @Override
        public String toString() {
            return name;
        }
    }

    @TempDir
    private Path folder;

    private static Predictor network() {
        return new MlpPredictor(new MlpSettings(
                2, 16, 0, 0.002, "cosine", 0.02, 128, 1, 0, "standard", "plusMinusOne", 2, "tiled", "relu", 30, 2, 0));
    }

    private static Optimiser gidn(int polished) {
        DescentSettings descent = new DescentSettings(0, 1, 20, 0.05, false, 0, 0);
        return new Gidn(new GidnSettings(
                60,
                new RandomSampler(true),
                network(),
                100,
                descent,
                2,
                0.5,
                0.5,
                2,
                0,
                true,
                20,
                Selection.DIVERSE,
                polished,
                2));
    }

    private static Optimiser frugal(boolean gradients) {
        return new FrugalGidn(new FrugalSettings(
                10,
                new RandomSampler(true),
                network(),
                6,
                3,
                0.02,
                Acquisition.Kind.EXPECTED_IMPROVEMENT,
                0.5,
                0.1,
                40,
                0.25,
                1,
                10,
                0.1,
                2,
                50,
                20,
                0.15,
                100,
                gradients,
                FrugalSettings.KnownPart.ALWAYS));
    }

    static Stream<Case> cases() {
        DesignSpace third = COMPOSITE.space().withZeroFraction(1 / 3.0);
        Set<Capability> all = EnumSet.of(Capability.GRADIENT, Capability.SWAPS);
        Problem composite = new Problem(third, COMPOSITE.outputs(), all);
        Problem mixed = new Problem(
                MixedTarget.SPACE, new MixedTarget().outputs(), List.of(MixedTarget.CONNECTED), List.of(), Set.of());
        return Stream.of(
                new Case("GIDN", () -> gidn(0), COMPOSITE, composite),
                new Case("GIDN with polishing", () -> gidn(3), COMPOSITE, composite),
                new Case("GIDN, mixed", () -> gidn(0), new MixedTarget(), mixed),
                new Case("frugal GIDN", () -> frugal(true), COMPOSITE, composite),
                new Case("frugal GIDN without gradients", () -> frugal(false), COMPOSITE, composite),
                new Case("frugal GIDN, mixed", () -> frugal(false), new MixedTarget(), mixed));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsThePromises(Case each) {
        new OptimiserContract(each.maker(), each.evaluator(), each.problem(), folder).check();
    }
}
