package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gidn.core.run.Candidates;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.project.RunResults.Values;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Extent;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;

/**
 * How the values of a run are distributed: training samples against inverse designs of each iteration (Figures S7 to S9 of
 * the paper), or the designs of each source where there are no inverse designs.
 */
public final class ValueHistograms implements FigureFactory {
    private static final int BINS = 48;
    /** A design counts 1, so that a bin of one design is seen above the floor. */
    private static final double FLOOR = 0.7;

    /** Evaluations that are shown as one histogram. */
    private record Group(String name, Values values) {}

    @Override
    public List<Figure> figures(RunResults results) {
        List<CandidateSet> inverse = RunFigures.inverse(results);
        if (inverse.isEmpty()) {
            return all(results);
        }
        List<Figure> figures = new ArrayList<>();
        for (CandidateSet set : inverse) {
            List<CandidateSet> samples = results.sets(Candidates.SAMPLE).stream()
                    .filter(sample -> sample.iteration() <= set.iteration())
                    .toList();
            List<Group> groups = List.of(
                    new Group("Training samples", results.values(samples)),
                    new Group("Inverse designs", results.values(List.of(set))));
            String title = RunFigures.title("Training samples and inverse designs", set.iteration(), inverse.size());
            figures.add(plot(results, title, groups));
        }
        return figures;
    }

    private static List<Figure> all(RunResults results) {
        Set<String> sources = new LinkedHashSet<>();
        results.sets().forEach(set -> sources.add(set.source()));
        List<Group> groups = sources.stream()
                .map(source -> new Group(RunFigures.capitalised(source), results.values(results.sets(source))))
                .filter(group -> Arrays.stream(group.values().values()).anyMatch(Double::isFinite))
                .toList();
        return groups.isEmpty() ? List.of() : List.of(plot(results, "Evaluated designs", groups));
    }

    private static Plot plot(RunResults results, String title, List<Group> groups) {
        double[] edges = edges(groups);
        List<Series> series = new ArrayList<>();
        for (Group group : groups) {
            // The last group, such as the inverse designs, is blue; orange comes next.
            Hue hue = Hue.of(groups.size() - 1 - series.size());
            series.add(new Series.Histogram(group.name(), hue, edges, heights(edges, group.values())));
        }
        Axis count = Axis.logarithmic("Designs", "").between(FLOOR, Double.NaN);
        String caption = "Number of designs by " + results.run().objective().name()
                + ", on a logarithmic scale; a design that was found several times counts as often.";
        return new Plot(title, caption, RunFigures.objective(results), count, series);
    }

    private static double[] edges(List<Group> groups) {
        Extent extent = new Extent(false);
        groups.forEach(group -> extent.add(group.values().values()));
        double least = extent.empty() ? 0 : extent.least();
        double greatest = extent.empty() ? 1 : extent.greatest();
        double from = least >= 0 && least < (greatest - least) / 2 ? 0 : least;
        double width = greatest > from ? (greatest - from) / BINS : 1;
        double[] edges = new double[BINS + 1];
        for (int i = 0; i <= BINS; i++) {
            edges[i] = from + i * width;
        }
        return edges;
    }

    private static double[] heights(double[] edges, Values values) {
        double[] heights = new double[BINS];
        double width = edges[1] - edges[0];
        for (int i = 0; i < values.size(); i++) {
            double value = values.values()[i];
            if (!Double.isNaN(value)) {
                int bin = (int) ((value - edges[0]) / width);
                heights[Math.max(0, Math.min(BINS - 1, bin))] += values.counts()[i];
            }
        }
        return heights;
    }
}
