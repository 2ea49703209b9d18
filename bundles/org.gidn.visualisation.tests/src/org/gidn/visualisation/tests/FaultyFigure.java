// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import java.util.Collections;
import java.util.List;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;

/** A guest's figure with a fault. */
public final class FaultyFigure implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        throw new IllegalStateException("nothing learnt");
    }

    /** Gives nothing at all. */
    public static final class Nothing implements FigureFactory {
        @Override
        public List<Figure> figures(RunResults results) {
            return null;
        }
    }

    /** Gives a figure that is none. */
    public static final class Hole implements FigureFactory {
        @Override
        public List<Figure> figures(RunResults results) {
            return Collections.singletonList(null);
        }
    }

    /** Gives a line of more abscissae than ordinates. */
    public static final class Uneven implements FigureFactory {
        @Override
        public List<Figure> figures(RunResults results) {
            Series line = new Series.Scatter("uneven", Hue.GREY, new double[3], new double[2]);
            return List.of(new Plot("", "", Axis.linear("", ""), Axis.linear("", ""), List.of(line)));
        }
    }
}
