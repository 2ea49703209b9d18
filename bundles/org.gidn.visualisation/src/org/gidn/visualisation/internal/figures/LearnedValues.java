package org.gidn.visualisation.internal.figures;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gidn.core.statistics.Fit;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.internal.Numbers;

/**
 * What the predictor says of the samples that it learned from and of those held back, against their values (Figure S10 of
 * the paper), from a run's files {@code fit-<part>-<iteration>.csv}.
 */
public final class LearnedValues implements FigureFactory {
    private static final Pattern FILE = Pattern.compile("fit-(training|test)-(\\d+)\\.csv");
    /** The parts in the order in which they are drawn. */
    private static final Map<String, String> PARTS =
            new TreeMap<>(Map.of("training", "Learned", "test", "Held back")).descendingMap();

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
            StringBuilder caption = new StringBuilder("What the predictor says of samples, against their values;");
            PARTS.forEach((part, name) -> {
                if (parts.containsKey(part)) {
                    PointFile points = PointFile.read(parts.get(part));
                    plot.with(name, points.actual(), points.predicted());
                    Fit fit = Fit.of(points.predicted(), points.actual());
                    caption.append(" mean squared error of those ")
                            .append(name.toLowerCase(Locale.ROOT))
                            .append(' ')
                            .append(Numbers.brief(fit.mse()))
                            .append(',');
                }
            });
            caption.setCharAt(caption.length() - 1, '.');
            figures.add(plot.plot(
                    RunFigures.title("Predicted and known values", iteration, files.size()), caption.toString()));
        });
        return figures;
    }
}
