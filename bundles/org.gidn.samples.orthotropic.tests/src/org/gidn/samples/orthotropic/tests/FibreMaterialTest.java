// SPDX-License-Identifier: Apache-2.0
package org.gidn.samples.orthotropic.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.gidn.core.InvalidInputException;
import org.gidn.core.contract.MaterialContract;
import org.gidn.core.material.Material;
import org.gidn.core.work.Cancellation;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.catalogue.Example;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunState;
import org.gidn.experiments.run.RunListener;
import org.gidn.experiments.run.Runner;
import org.gidn.fem.CrackToughness;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;
import org.gidn.samples.orthotropic.FibreMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FibreMaterialTest {
    private static final double NU = 1 / 3.0;

    private static FibreMaterial fibres(double angle) {
        return new FibreMaterial(10, 0.3, 0.15, NU, angle);
    }

    private static double[] entries(Material material, double variable, boolean failure) {
        double[] entries = new double[Material.ENTRIES];
        if (failure) {
            material.failure(variable, entries);
        } else {
            material.stiffness(variable, entries);
        }
        return entries;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 90})
    void withoutPreferredDirectionItIsTheProductsTwoPhaseMaterial(double angle) {
        Material isotropic = new FibreMaterial(10, 1, 1 / (2 * (1 + NU)), NU, angle);
        Material reference = new TwoPhaseMaterial(10, NU);
        for (double variable : new double[] {0, 0.3, 1}) {
            assertArrayEquals(entries(reference, variable, false), entries(isotropic, variable, false), 1e-14);
            assertArrayEquals(entries(reference, variable, true), entries(isotropic, variable, true), 1e-14);
        }
    }

    @Test
    void theModulusAlongAndAcrossTheFibresIsThatAskedFor() {
        assertEquals(1, entries(fibres(0), 1, true)[0], 1e-14);
        assertEquals(0.3, entries(fibres(90), 1, true)[0], 1e-14);
        // Jones (1999), Eq. 2.97, at 45°.
        double inverse = (1 + 1 / 0.3 + 1 / 0.15 - 2 * NU) / 4;
        assertEquals(1 / inverse, entries(fibres(45), 1, true)[0], 1e-14);
        assertEquals(0.1, entries(fibres(45), 0, true)[0], 1e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, -45, 90})
    void theDerivativesAreThose(double angle) {
        Material material = fibres(angle);
        double step = 1e-6;
        double[] derivative = new double[Material.ENTRIES];
        for (boolean failure : new boolean[] {false, true}) {
            double[] above = entries(material, 0.4 + step, failure);
            double[] below = entries(material, 0.4 - step, failure);
            Arrays.setAll(above, i -> (above[i] - below[i]) / (2 * step));
            if (failure) {
                material.failureDerivative(0.4, derivative);
            } else {
                material.stiffnessDerivative(0.4, derivative);
            }
            assertArrayEquals(above, derivative, 1e-8);
        }
    }

    @Test
    void theToughnessOfACompositeHasTheGradientOfItsDifferences() {
        CrackToughness toughness = new CrackToughness(CrackedPlate.square(8, 0.25), fibres(30));
        assertEquals("fibres", toughness.space().blocks().get(0).levels().get(1).name());
        double[] design = new Random(1).doubles(32).toArray();
        double[] gradient = new double[32];
        toughness.gradient(design, gradient);
        double step = 1e-6;
        for (int j = 0; j < 32; j += 5) {
            double[] above = design.clone();
            above[j] += step;
            double[] below = design.clone();
            below[j] -= step;
            double[] unused = new double[32];
            double difference = (toughness.gradient(above, unused) - toughness.gradient(below, unused)) / (2 * step);
            assertEquals(difference, gradient[j], 1e-6 * Math.max(1, Math.abs(difference)));
        }
    }

    @Test
    void anImpossibleMaterialIsRefused() {
        assertThrows(InvalidInputException.class, () -> new FibreMaterial(10, 9.5, 0.15, NU, 0));
    }

    /** The example through the catalogue and the runner, as a user's run goes. */
    @Test
    void theDirectionOfTheFibresChangesTheBestDesign(@TempDir Path folder) {
        assertNotEquals(best(folder.resolve("along"), "angle=0"), best(folder.resolve("across"), "angle=90"));
    }

    private static String best(Path folder, String angle) {
        Catalogue catalogue = Catalogue.installed();
        Example example = catalogue.examples().stream()
                .filter(one -> one.id().equals("orthotropic-8x8"))
                .findFirst()
                .orElseThrow();
        Project project = Project.create(folder, example);
        RunRecord run = new Runner(catalogue)
                .run(
                        project,
                        new ExperimentReader(catalogue)
                                .read(project.experimentFile(), Overrides.parse(List.of(angle, "budget=30_000"))),
                        RunListener.NONE,
                        Cancellation.NONE);
        assertEquals(RunState.DONE, run.state(), run.failure());
        return project.results(1).best(1).get(0).text();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 30, 90})
    void itKeepsWhatMaterialsPromise(double angle) {
        new MaterialContract(() -> fibres(angle)).check();
    }
}
