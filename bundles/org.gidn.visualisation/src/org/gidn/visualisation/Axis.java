// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;

/**
 * One direction of a plot, or a scale of colours.
 *
 * @param title what is measured
 * @param unit its unit, or {@code ""}
 * @param scale how values are laid out
 * @param lower least value shown; NaN to fit the data
 * @param upper greatest value shown; NaN to fit the data
 * @param categories names of the places 0, 1, … for {@link Scale#CATEGORIES}, else empty
 * @since 1.0
 */
public record Axis(String title, String unit, Scale scale, double lower, double upper, List<String> categories) {
    /** How values are laid out. */
    public enum Scale {
        LINEAR,
        /** Logarithmic; values that are not above 0 are not shown. */
        LOGARITHMIC,
        CATEGORIES
    }

    public Axis {
        categories = List.copyOf(categories);
    }

    public static Axis linear(String title, String unit) {
        return new Axis(title, unit, Scale.LINEAR, Double.NaN, Double.NaN, List.of());
    }

    public static Axis logarithmic(String title, String unit) {
        return new Axis(title, unit, Scale.LOGARITHMIC, Double.NaN, Double.NaN, List.of());
    }

    public static Axis categories(String title, List<String> categories) {
        return new Axis(title, "", Scale.CATEGORIES, -0.5, categories.size() - 0.5, categories);
    }

    /** The same axis showing the given range. */
    public Axis between(double least, double greatest) {
        return new Axis(title, unit, scale, least, greatest, categories);
    }

    /** The title with the unit in brackets. */
    public String label() {
        return unit.isEmpty() ? title : title + " [" + unit + "]";
    }
}
