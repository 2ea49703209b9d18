// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.gidn.core.material.Material;

/**
 * What every {@link Material} promises, at eleven variables from 0 to 1.
 *
 * @since 1.0
 */
public final class MaterialContract extends Contract {
    private static final int POINTS = 11;
    private static final double STEP = 1e-6;
    /** What a difference quotient may be off by, relative to the largest entry. */
    private static final double CLOSE = 1e-4;

    private final Supplier<? extends Material> maker;

    /**
     * @param maker makes the material, always with the same settings
     */
    public MaterialContract(Supplier<? extends Material> maker) {
        this.maker = maker;
    }

    @Override
    public List<Promise> promises() {
        return List.of(
                new Promise("The stiffness is positive definite.", this::stiff),
                new Promise("The failure form is positive semidefinite and not zero.", this::failing),
                new Promise("Derivatives are the slopes.", this::slopes),
                new Promise("Where it says so, the stiffness scales.", this::scales),
                new Promise("There are two phases or more, with names of their own.", this::phases),
                new Promise("It has no state.", this::stateless),
                new Promise("It can be closed twice.", this::closedTwice));
    }

    /** Writes six entries for a variable. */
    private interface Entries {
        void of(double variable, double[] entries);
    }

    private interface Use {
        void of(Material material);
    }

    private void fresh(Use use) {
        try (Material material = maker.get()) {
            use.of(material);
        }
    }

    private static double[] entries(Entries of, double variable) {
        double[] entries = new double[Material.ENTRIES];
        of.of(variable, entries);
        for (double entry : entries) {
            require(Double.isFinite(entry), "the entry " + entry + " at " + variable);
        }
        return entries;
    }

    private static double variable(int point) {
        return point / (POINTS - 1.0);
    }

    private void stiff() {
        fresh(material -> {
            for (int i = 0; i < POINTS; i++) {
                double[] minors = minors(entries(material::stiffness, variable(i)));
                require(
                        Arrays.stream(minors).allMatch(minor -> minor > 0),
                        "leading minors " + Arrays.toString(minors) + " at " + variable(i));
            }
        });
    }

    /** The leading principal minors of a symmetric matrix with the entries 11, 12, 22, 13, 23, 33. */
    private static double[] minors(double[] m) {
        double two = m[0] * m[2] - m[1] * m[1];
        double three = m[0] * (m[2] * m[5] - m[4] * m[4])
                - m[1] * (m[1] * m[5] - m[4] * m[3])
                + m[3] * (m[1] * m[4] - m[2] * m[3]);
        return new double[] {m[0], two, three};
    }

    private void failing() {
        fresh(material -> {
            for (int i = 0; i < POINTS; i++) {
                double[] form = entries(material::failure, variable(i));
                double size = Arrays.stream(form).map(Math::abs).max().orElseThrow();
                require(size > 0, "a form of zeros at " + variable(i));
                double[] raised = form.clone();
                for (int diagonal : new int[] {0, 2, 5}) {
                    raised[diagonal] += CLOSE * size;
                }
                double[] minors = minors(raised);
                require(
                        Arrays.stream(minors).allMatch(minor -> minor > 0),
                        "the form " + Arrays.toString(form) + " at " + variable(i));
            }
        });
    }

    private void slopes() {
        fresh(material -> {
            requireSlopes(material::stiffness, material::stiffnessDerivative);
            requireSlopes(material::failure, material::failureDerivative);
        });
    }

    private static void requireSlopes(Entries values, Entries derivatives) {
        // Interpolations between phases may have kinks at the phases.
        for (double variable = 0.13; variable < 1; variable += 0.17) {
            double[] above = entries(values, variable + STEP);
            double[] below = entries(values, variable - STEP);
            double[] slope = entries(derivatives, variable);
            double largest = Math.max(
                    Arrays.stream(slope).map(Math::abs).max().orElseThrow(),
                    Arrays.stream(above).map(Math::abs).max().orElseThrow());
            for (int k = 0; k < Material.ENTRIES; k++) {
                double difference = (above[k] - below[k]) / (2 * STEP);
                require(
                        Math.abs(difference - slope[k]) <= CLOSE * largest,
                        "a derivative of " + slope[k] + " where the slope is " + difference + ", at " + variable);
            }
        }
    }

    private void scales() {
        fresh(material -> {
            double[] full = entries(material::stiffness, 1);
            double largest = Arrays.stream(full).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < POINTS; i++) {
                double scale = material.scale(variable(i));
                double[] stiffness = entries(material::stiffness, variable(i));
                for (int k = 0; k < Material.ENTRIES && !Double.isNaN(scale); k++) {
                    require(
                            Math.abs(stiffness[k] - scale * full[k]) <= 1e-9 * largest,
                            stiffness[k] + " instead of " + scale + " times " + full[k]);
                }
            }
        });
    }

    private void phases() {
        fresh(material -> {
            List<String> names =
                    material.phases().stream().map(level -> level.name()).toList();
            require(names.size() >= 2 && names.stream().distinct().count() == names.size(), "phases " + names);
        });
    }

    private void stateless() {
        fresh(material -> {
            double[] first = entries(material::stiffness, 0.3);
            entries(material::failure, 0.9);
            entries(material::stiffnessDerivative, 1);
            require(Arrays.equals(first, entries(material::stiffness, 0.3)), "another stiffness the second time");
            fresh(other -> require(
                    Arrays.equals(first, entries(other::stiffness, 0.3)), "another stiffness of the same settings"));
        });
    }

    private void closedTwice() {
        fresh(Material::close);
    }
}
