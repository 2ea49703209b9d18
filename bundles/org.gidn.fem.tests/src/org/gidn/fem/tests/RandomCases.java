// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.tests;

import java.util.SplittableRandom;
import org.gidn.core.material.Material;
import org.gidn.fem.SimpMaterial;
import org.gidn.fem.TwoPhaseMaterial;
import org.gidn.fem.mesh.CrackedPlate;

/** Plates and materials drawn at random. */
final class RandomCases {
    private RandomCases() {}

    static CrackedPlate plate(SplittableRandom random) {
        int rows = random.nextInt(1, 9);
        return new CrackedPlate(
                rows,
                2 * random.nextInt(1, 5),
                random.nextBoolean(),
                random.nextInt(rows) / (double) rows,
                random.nextDouble(0.3, 3),
                random.nextDouble(0.3, 3),
                random.nextDouble(0.1, 2),
                random.nextInt(4) == 0 ? 3 : 1);
    }

    static Material material(SplittableRandom random) {
        double ratio = Math.exp(random.nextDouble(-2, 5));
        double poissonRatio = random.nextDouble(-0.5, 0.48);
        return switch (random.nextInt(3)) {
            case 0 -> new TwoPhaseMaterial(ratio, poissonRatio);
            case 1 -> new SimpMaterial(ratio, poissonRatio, random.nextDouble(1, 4));
            default -> new Blend(random.nextDouble(0.1, 1));
        };
    }

    /** The same material, without the promise that its stiffness only scales. */
    static Material unscaled(Material material) {
        return new Material() {
            @Override
            public void stiffness(double variable, double[] stiffness) {
                material.stiffness(variable, stiffness);
            }

            @Override
            public void stiffnessDerivative(double variable, double[] derivative) {
                material.stiffnessDerivative(variable, derivative);
            }

            @Override
            public void failure(double variable, double[] failure) {
                material.failure(variable, failure);
            }

            @Override
            public void failureDerivative(double variable, double[] derivative) {
                material.failureDerivative(variable, derivative);
            }
        };
    }

    /**
     * An anisotropic material that turns into another one, fails by all strains and scales in no way, as a guest's plug-in
     * might bring it.
     */
    record Blend(double soft) implements Material {
        private static final double[] STIFF = {1.2, 0.3, 0.9, 0.1, -0.05, 0.4};
        private static final double[] OTHER = {0.8, 0.2, 1.1, -0.2, 0.1, 0.5};
        private static final double[] FORM = {1, 0.2, 0.7, 0.1, 0, 0.6};

        @Override
        public void stiffness(double variable, double[] stiffness) {
            for (int i = 0; i < ENTRIES; i++) {
                stiffness[i] = variable * STIFF[i] + (1 - variable) * soft * OTHER[i];
            }
        }

        @Override
        public void stiffnessDerivative(double variable, double[] derivative) {
            for (int i = 0; i < ENTRIES; i++) {
                derivative[i] = STIFF[i] - soft * OTHER[i];
            }
        }

        @Override
        public void failure(double variable, double[] failure) {
            for (int i = 0; i < ENTRIES; i++) {
                failure[i] = (1 + variable * variable) * FORM[i];
            }
        }

        @Override
        public void failureDerivative(double variable, double[] derivative) {
            for (int i = 0; i < ENTRIES; i++) {
                derivative[i] = 2 * variable * FORM[i];
            }
        }
    }
}
