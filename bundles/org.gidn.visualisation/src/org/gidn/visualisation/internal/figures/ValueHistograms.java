// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
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
import org.gidn.visualisation.internal.Messages;

/**
 * How the values of a run are distributed: training samples against inverse designs of each iteration (Figures S7 to S9 of
 * the paper), or of all together where these have few; or the designs of each source where there are no inverse designs. All iterations have the same bins, so that
 * they can be compared.
 */
public final class ValueHistograms implements FigureFactory {
    private static final int BINS = 48;
    /** A design counts 1, so that a bin of one design is seen above the floor. */
    private static final double FLOOR = 0.7;

    /** Samples have the same colour before there are inverse designs and beside them. */
    private static final Hue SAMPLES = Hue.ORANGE;

    private static final List<Hue> OTHERS = List.of(Hue.BLUE, Hue.GREEN, Hue.VERMILION, Hue.PURPLE, Hue.SKY_BLUE);

    /** What is shown as one histogram, one height a bin. */
    private record Group(String name, Hue hue, double[] heights) {}

    @Override
    public List<Figure> figures(RunResults results) {
        return RunFigures.inverse(results).isEmpty()
                ? bySource(results)
                : byIteration(results, RunFigures.shownTogether(results));
    }

    private static List<Figure> byIteration(RunResults results, List<List<CandidateSet>> inverse) {
        List<CandidateSet> samples = results.sets(Candidates.SAMPLE);
        Map<List<CandidateSet>, Values> values = new HashMap<>();
        Stream.concat(samples.stream().map(List::of), inverse.stream())
                .forEach(sets -> values.put(sets, results.values(sets)));
        double[] edges = edges(values.values());
        List<Figure> figures = new ArrayList<>();
        double[] learned = new double[BINS];
        int next = 0;
        for (List<CandidateSet> sets : inverse) {
            int last = sets.get(sets.size() - 1).iteration();
            while (next < samples.size() && samples.get(next).iteration() <= last) {
                add(values.get(List.of(samples.get(next++))), edges, learned);
            }
            double[] found = new double[BINS];
            add(values.get(sets), edges, found);
            List<Group> groups = List.of(
                    new Group(Messages.histogramTraining, SAMPLES, learned.clone()),
                    new Group(Messages.histogramInverse, Hue.BLUE, found));
            String title = RunFigures.title(Messages.histogramTitle, sets.get(0).iteration(), inverse.size());
            figures.add(plot(results, title, edges, groups));
        }
        return figures;
    }

    private static List<Figure> bySource(RunResults results) {
        Map<String, Values> values = new LinkedHashMap<>();
        results.sets()
                .forEach(set -> values.computeIfAbsent(set.source(), source -> results.values(results.sets(source))));
        values.values().removeIf(of -> Arrays.stream(of.values()).noneMatch(Double::isFinite));
        double[] edges = edges(values.values());
        List<Group> groups = new ArrayList<>();
        int others = 0;
        for (Map.Entry<String, Values> source : values.entrySet()) {
            double[] heights = new double[BINS];
            add(source.getValue(), edges, heights);
            boolean samples = source.getKey().equals(Candidates.SAMPLE);
            Hue hue = samples ? SAMPLES : OTHERS.get(others++ % OTHERS.size());
            groups.add(new Group(RunFigures.capitalised(source.getKey()), hue, heights));
        }
        return groups.isEmpty() ? List.of() : List.of(plot(results, Messages.histogramTitleSources, edges, groups));
    }

    private static Plot plot(RunResults results, String title, double[] edges, List<Group> groups) {
        List<Series> series = new ArrayList<>();
        groups.forEach(group -> series.add(new Series.Histogram(group.name(), group.hue(), edges, group.heights())));
        Axis count = Axis.logarithmic(Messages.histogramDesigns, "").between(FLOOR, Double.NaN);
        String caption =
                NLS.bind(Messages.histogramCaption, results.run().objective().name());
        return new Plot(title, caption, RunFigures.objective(results), count, series);
    }

    private static double[] edges(Collection<Values> all) {
        Extent extent = new Extent(false);
        all.forEach(values -> extent.add(values.values()));
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

    private static void add(Values values, double[] edges, double[] heights) {
        double width = edges[1] - edges[0];
        for (int i = 0; i < values.size(); i++) {
            double value = values.values()[i];
            if (!Double.isNaN(value)) {
                int bin = (int) ((value - edges[0]) / width);
                heights[Math.max(0, Math.min(BINS - 1, bin))] += values.counts()[i];
            }
        }
    }
}
