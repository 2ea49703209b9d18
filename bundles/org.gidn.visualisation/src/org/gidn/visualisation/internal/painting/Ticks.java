// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.internal.Numbers;

/** The values that an axis is labelled at. */
final class Ticks {
    /** Distances of ticks in decades that leave room for the labels. */
    private static final double[] DECADES = {1, 2, 5, 10};

    private static final double MOST_DECADE_TICKS = 8;
    private static final double SLIGHT = 1e-9;

    private Ticks() {}

    /**
     * A labelled value.
     *
     * @param value in the unit of the axis
     */
    record Tick(double value, String label) {}

    /**
     * The ticks of an axis, from its lower end to its upper.
     *
     * @param axis with its range settled
     * @param most most parts into which an axis is cut that is not read by powers of ten
     */
    static List<Tick> of(Axis axis, int most) {
        return switch (axis.scale()) {
            case LINEAR -> linear(axis, most);
            case LOGARITHMIC -> logarithmic(axis, most);
            case CATEGORIES ->
                IntStream.range(0, axis.categories().size())
                        .filter(i -> i >= axis.lower() && i <= axis.upper())
                        .mapToObj(i -> new Tick(i, axis.categories().get(i)))
                        .toList();
        };
    }

    private static List<Tick> linear(Axis axis, int most) {
        NumberFormat format = Numbers.ofAxis(axis.lower(), axis.upper());
        return multiples(axis.lower(), axis.upper(), RoundSteps.step(axis.upper() - axis.lower(), most)).stream()
                .map(value -> new Tick(value, format.format(value)))
                .toList();
    }

    private static List<Tick> logarithmic(Axis axis, int most) {
        double lower = Math.log10(axis.lower());
        double upper = Math.log10(axis.upper());
        if (Math.floor(upper + SLIGHT) <= Math.ceil(lower - SLIGHT)) {
            // There are no two powers of ten to read it by.
            return linear(axis, most);
        }
        double length = upper - lower;
        double step = DECADES[DECADES.length - 1];
        for (int i = DECADES.length - 1; i >= 0 && length / DECADES[i] <= MOST_DECADE_TICKS; i--) {
            step = DECADES[i];
        }
        return multiples(lower, upper, step).stream()
                .map(exponent -> new Tick(Math.pow(10, exponent), Numbers.power(exponent, lower, upper)))
                .toList();
    }

    /** The multiples of a step within a range. */
    private static List<Double> multiples(double lower, double upper, double step) {
        List<Double> found = new ArrayList<>();
        double first = Math.ceil(lower / step - SLIGHT);
        double count = Math.floor(upper / step + SLIGHT) - first;
        for (int i = 0; i <= count; i++) {
            found.add((first + i) * step);
        }
        return found;
    }
}
