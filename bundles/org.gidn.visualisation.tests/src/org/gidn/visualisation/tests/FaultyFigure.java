// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import java.util.List;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;

/** A guest's figure with a fault. */
public final class FaultyFigure implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        throw new IllegalStateException("nothing learnt");
    }
}
