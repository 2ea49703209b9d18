// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Extent;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.Series.PointDesigns;
import org.gidn.visualisation.internal.Messages;

/** A square plot of known values and what a predictor says of them, with the line on which both are equal. */
final class AgainstEachOther {
    private static final double MARGIN = 0.03;

    private final Axis quantity;
    private final List<Series> series = new ArrayList<>();
    private final Extent extent = new Extent(false);

    AgainstEachOther(Axis quantity) {
        this.quantity = quantity;
    }

    AgainstEachOther with(String name, double[] actual, double[] predicted) {
        return with(name, actual, predicted, Optional.empty());
    }

    /** @param designs those that were predicted, if they are known */
    AgainstEachOther with(String name, double[] actual, double[] predicted, Optional<PointDesigns> designs) {
        extent.add(actual);
        extent.add(predicted);
        series.add(new Series.Scatter(name, Hue.of(series.size()), actual, predicted, designs));
        return this;
    }

    Plot plot(String title, String caption) {
        double margin = MARGIN * (extent.greatest() - extent.least());
        double lower = extent.least() - margin;
        double upper = extent.greatest() + margin;
        List<Series> all = new ArrayList<>(series);
        all.add(new Series.Identity(Messages.agreementEqual, Hue.INK));
        String name = quantity.title().toLowerCase(Locale.ROOT);
        return new Plot(
                title,
                caption,
                Axis.linear(NLS.bind(Messages.agreementEvaluated, name), quantity.unit())
                        .between(lower, upper),
                Axis.linear(NLS.bind(Messages.agreementPredicted, name), quantity.unit())
                        .between(lower, upper),
                all,
                true);
    }
}
