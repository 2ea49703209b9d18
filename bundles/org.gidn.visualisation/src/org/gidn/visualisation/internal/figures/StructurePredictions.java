// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.statistics.Fit;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * What networks of several structures say of samples held back, against their values (Figures S12 to S15 of the paper), from
 * a run's files {@code structure-<layers>x<neurons>.csv}.
 */
public final class StructurePredictions implements FigureFactory {
    private static final Pattern FILE = Pattern.compile("structure-(\\d+)x(\\d+)\\.csv");

    @Override
    public List<Figure> figures(RunResults results) {
        TreeMap<Integer, TreeMap<Integer, Path>> files = new TreeMap<>();
        for (Path file : results.files()) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                files.computeIfAbsent(Integer.valueOf(name.group(1)), layers -> new TreeMap<>())
                        .put(Integer.valueOf(name.group(2)), file);
            }
        }
        List<Figure> figures = new ArrayList<>();
        files.forEach((layers, byNeurons) -> byNeurons.forEach((neurons, file) -> {
            PointFile points = PointFile.read(file);
            Fit fit = Fit.of(points.predicted(), points.actual());
            String caption = NLS.bind(Messages.structuresCaption, Numbers.brief(fit.r2()), Numbers.brief(fit.mse()));
            figures.add(new AgainstEachOther(RunFigures.objective(results))
                    .with(Messages.structuresHeldBack, points.actual(), points.predicted())
                    .plot(NLS.bind(Messages.structuresTitle, layers, neurons), caption));
        }));
        return figures;
    }
}
