// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.run.Artefact;
import org.gidn.core.statistics.Fit;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.RunFile;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * What networks of several structures say of samples held back, against their values (Figures S12 to S15 of the paper), from
 * a run's files of the kind {@link Artefact#STRUCTURE_FIT}.
 */
public final class StructurePredictions implements FigureFactory {
    @Override
    public List<Figure> figures(RunResults results) {
        List<Figure> figures = new ArrayList<>();
        for (RunFile file : results.artefacts(Artefact.STRUCTURE_FIT)) {
            int layers = file.artefact().numbers().get(0);
            int neurons = file.artefact().numbers().get(1);
            PointFile points = PointFile.read(file.path());
            Fit fit = Fit.of(points.predicted(), points.actual());
            String caption = NLS.bind(Messages.structuresCaption, Numbers.brief(fit.r2()), Numbers.brief(fit.mse()));
            figures.add(new AgainstEachOther(RunFigures.objective(results))
                    .with(Messages.structuresHeldBack, points.actual(), points.predicted())
                    .plot(NLS.bind(Messages.structuresTitle, layers, neurons), caption));
        }
        return figures;
    }
}
