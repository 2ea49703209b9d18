// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import java.util.List;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.FigureKind;

/** A figure as that of another kind; ends in an error that nobody expects of a figure as long as a test wants it to. */
public final class BreakableFigure implements FigureFactory {
    static final String VIEW = "org.gidn.workbench.tests.breakableView";

    static volatile boolean broken;

    /** Whether a view has got to see the error. */
    static volatile boolean thrown;

    @Override
    public List<Figure> figures(RunResults results) {
        if (broken) {
            thrown = true;
            throw new InternalError("broken by a test");
        }
        return FigureKind.of("org.gidn.visualisation.histogram").figures(results);
    }
}
