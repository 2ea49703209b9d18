// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * What the predictor says of the samples that it learned from and of those held back, against their values (Figure S10 of
 * the paper), from a run's files {@code fit-<part>-<iteration>.csv}.
 */
public final class LearnedValues implements FigureFactory {
    private static final Pattern FILE = Pattern.compile("fit-(training|test)-(\\d+)\\.csv");
    /** The parts in the order in which they are drawn. */
    private static final List<Part> PARTS = List.of(
            new Part("training", Messages.learnedTraining, Messages.learnedTrainingError),
            new Part("test", Messages.learnedTest, Messages.learnedTestError));

    /** A part of the samples, as it is called by files, by the legend and by the caption that states its error. */
    private record Part(String file, String name, String error) {}

    @Override
    public List<Figure> figures(RunResults results) {
        TreeMap<Integer, Map<String, Path>> files = new TreeMap<>();
        for (Path file : results.files()) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                files.computeIfAbsent(Integer.valueOf(name.group(2)), iteration -> new TreeMap<>())
                        .put(name.group(1), file);
            }
        }
        List<Figure> figures = new ArrayList<>();
        files.forEach((iteration, parts) -> {
            AgainstEachOther plot = new AgainstEachOther(RunFigures.objective(results));
            List<String> errors = new ArrayList<>();
            for (Part part : PARTS) {
                if (parts.containsKey(part.file())) {
                    PointFile points = PointFile.read(parts.get(part.file()));
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
