// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.internal.Messages;

/**
 * What a person chooses of an axis, or of a scale of colours; the rest stays as the figure has it.
 *
 * @param title what stands at the axis, a unit included; {@code ""} for the figure's own
 * @param logarithmic whether values are laid out by their logarithms; where the axis has categories it has no meaning
 * @param lower least value shown; NaN for the figure's own
 * @param upper greatest value shown; NaN for the figure's own
 * @since 1.0
 */
public record AxisChoice(String title, boolean logarithmic, double lower, double upper) {
    /**
     * @throws InvalidInputException if the range is empty or infinite, or a logarithmic axis would begin at 0 or below
     */
    public AxisChoice {
        if (Double.isInfinite(lower) || Double.isInfinite(upper) || lower >= upper) {
            throw new InvalidInputException(NLS.bind(Messages.axisRange, lower, upper));
        }
        if (logarithmic && (lower <= 0 || upper <= 0)) {
            throw new InvalidInputException(Messages.axisLogarithmic);
        }
    }

    /** What an axis has of its own. */
    public static AxisChoice of(Axis axis) {
        return new AxisChoice("", axis.scale() == Axis.Scale.LOGARITHMIC, Double.NaN, Double.NaN);
    }

    /** An axis as chosen. */
    Axis applied(Axis axis) {
        boolean categories = axis.scale() == Axis.Scale.CATEGORIES;
        Axis.Scale scale = categories ? axis.scale() : logarithmic ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR;
        boolean own = title.isEmpty();
        // A range that a figure gives for one way to lay values out may not do for the other.
        boolean open = scale != axis.scale();
        return new Axis(
                own ? axis.title() : title,
                own ? axis.unit() : "",
                scale,
                Double.isNaN(lower) ? open ? Double.NaN : axis.lower() : lower,
                Double.isNaN(upper) ? open ? Double.NaN : axis.upper() : upper,
                axis.categories());
    }
}
