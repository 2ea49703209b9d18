// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.Fields.Curve;
import org.gidn.visualisation.internal.Messages;

/**
 * The plot of the curves that an evaluator draws of a design, such as stress against strain.
 *
 * @since 1.0
 */
public final class FieldCurves {
    private FieldCurves() {}

    /**
     * @throws InvalidInputException if the fields have no curve
     */
    public static Plot of(Fields fields) {
        List<Curve> curves = fields.curves();
        if (curves.isEmpty()) {
            throw new InvalidInputException(Messages.curvesMissing);
        }
        List<Series> lines = IntStream.range(0, curves.size())
                .mapToObj(i -> line(curves.get(i), Hue.of(i)))
                .toList();
        Curve first = curves.get(0);
        return new Plot(
                Messages.curvesTitle,
                "",
                Axis.linear(capitalised(first.xTitle()), ""),
                Axis.linear(capitalised(first.yTitle()), ""),
                lines);
    }

    private static Series line(Curve curve, Hue hue) {
        return new Series.Line(capitalised(curve.name()), hue, curve.x(), curve.y(), false, true);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
