// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * What the predictor says of the samples that it learned from and of those held back, against their values (Figure S10 of
 * the paper), from a run's files of the kinds {@link Artefact#TRAINING_FIT} and {@link Artefact#TEST_FIT}.
 */
public final class LearnedValues implements FigureFactory {
    /** The parts in the order in which they are drawn. */
    private static final List<Part> PARTS = List.of(
            new Part(Artefact.TRAINING_FIT, Messages.learnedTraining, Messages.learnedTrainingError),
            new Part(Artefact.TEST_FIT, Messages.learnedTest, Messages.learnedTestError));

    /** A part of the samples, as its files are declared, by the legend and by the caption that states its error. */
    private record Part(String kind, String name, String error) {}

    @Override
    public List<Figure> figures(RunResults results) {
        TreeMap<Integer, Map<String, Path>> files = new TreeMap<>();
        for (Part part : PARTS) {
            for (RunFile file : results.artefacts(part.kind())) {
                files.computeIfAbsent(file.number(), iteration -> new TreeMap<>())
                        .put(part.kind(), file.path());
            }
        }
        List<Figure> figures = new ArrayList<>();
        files.forEach((iteration, parts) -> {
            AgainstEachOther plot = new AgainstEachOther(RunFigures.objective(results));
            List<String> errors = new ArrayList<>();
            for (Part part : PARTS) {
                if (parts.containsKey(part.kind())) {
                    PointFile points = PointFile.read(parts.get(part.kind()));
                    plot.with(part.name(), points.actual(), points.predicted());
                    Fit fit = Fit.of(points.predicted(), points.actual());
                    errors.add(NLS.bind(part.error(), Numbers.brief(fit.mse())));
                }
            }
            figures.add(plot.plot(
                    RunFigures.title(Messages.learnedTitle, iteration, files.size()),
                    NLS.bind(Messages.learnedCaption, String.join(", ", errors))));
        });
        return figures;
    }
}
