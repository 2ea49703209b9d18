// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.List;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.Series;

/**
 * Points that were chosen with the mouse, all of one series, each of them a design.
 *
 * @param series the series
 * @param points places among its points; at least one
 * @since 1.0
 */
public record ChosenPoints(Series series, int[] points) {
    /**
     * Reads the designs, which may take a while; may be called on any thread.
     *
     * @param most more than so many are thinned out evenly
     * @return in the order of the points
     * @throws org.gidn.core.InvalidInputException if they can be read no longer
     */
    public List<FoundDesign> designs(int most) {
        int[] read = points;
        if (points.length > most) {
            read = new int[most];
            for (int i = 0; i < most; i++) {
                read[i] = points[(int) ((long) i * points.length / most)];
            }
        }
        return series.pointDesigns().orElseThrow().read(read);
    }
}
