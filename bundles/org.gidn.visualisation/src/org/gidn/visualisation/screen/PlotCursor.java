// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.painting.NearestPoint;

/** The point of a plot that the arrow keys have led to: left and right along a series, up and down from one to the next. */
final class PlotCursor {
    private List<Series> series = List.of();
    private int chosen = -1;
    private int point;

    /** Takes another plot; no point is chosen until a key leads to one. */
    void setPlot(Plot plot) {
        series = plot.series().stream()
                .filter(each -> NearestPoint.count(each) > 0)
                .toList();
        chosen = -1;
    }

    /** The point; empty as long as none is chosen. */
    Optional<NearestPoint> at() {
        return chosen < 0 ? Optional.empty() : Optional.of(NearestPoint.of(series.get(chosen), point));
    }

    /** Follows an arrow key, or those to the first and the last point; returns whether it is one of them. */
    boolean follow(int key) {
        int along = key == SWT.ARROW_RIGHT ? 1 : key == SWT.ARROW_LEFT ? -1 : 0;
        int across = key == SWT.ARROW_DOWN ? 1 : key == SWT.ARROW_UP ? -1 : 0;
        boolean end = key == SWT.END;
        if (series.isEmpty() || along == 0 && across == 0 && key != SWT.HOME && !end) {
            return false;
        }
        if (chosen < 0) {
            chosen = 0;
            point = 0;
        } else {
            chosen = Math.floorMod(chosen + across, series.size());
            int last = NearestPoint.count(series.get(chosen)) - 1;
            point = key == SWT.HOME ? 0 : end ? last : Math.clamp(point + along, 0, last);
        }
        return true;
    }
}
