// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.CandidateSet;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/**
 * How good the inverse designs are, iteration by iteration: a figure for each problem, in it two lines a part (Figure S2 of
 * the paper).
 */
public final class TopPerformance implements StudyFigureFactory {
    @Override
    public List<Figure> figures(StudyResults study) {
        Map<Object, List<PartRuns>> problems = new LinkedHashMap<>();
        for (PartRuns part : study.parts()) {
            Object problem = part.runs().get(0).run().settings().get("problem");
            problems.computeIfAbsent(problem, key -> new ArrayList<>()).add(part);
        }
        return problems.entrySet().stream()
                .<Figure>map(problem -> plot(problem.getValue(), problem.getKey()))
                .toList();
    }

    private static Plot plot(List<PartRuns> parts, Object problem) {
        List<Series> series = new ArrayList<>();
        int common = commonWords(parts.stream().map(part -> part.part().name()).toList());
        for (PartRuns part : parts) {
            Hue hue = Hue.of(series.size() / 2);
            String name = RunFigures.capitalised(part.part().name().substring(common));
            series.add(line(NLS.bind(Messages.topBest, name), hue, part, RunResults.Statistics::best, true));
            series.add(line(NLS.bind(Messages.topPercent, name), hue, part, RunResults.Statistics::topPercent, false));
        }
        int iterations = RunFigures.inverse(parts.get(0).runs().get(0)).size();
        String title = problem instanceof Map<?, ?> map && map.get("volumeFraction") instanceof Number share
                ? NLS.bind(Messages.topTitleSoft, Numbers.brief(100 * share.doubleValue()))
                : Messages.topTitle;
        return new Plot(
                title,
                Messages.topCaption,
                Axis.categories(
                        Messages.topIteration,
                        IntStream.rangeClosed(1, iterations)
                                .mapToObj(String::valueOf)
                                .toList()),
                RunFigures.objective(parts.get(0).runs().get(0)),
                series);
    }

    /** How long the words are with which all names begin, each ended by a comma: the title says what they say. */
    private static int commonWords(List<String> names) {
        String first = names.get(0);
        int end = first.lastIndexOf(", ") + 2;
        while (end > 1) {
            String words = first.substring(0, end);
            if (names.stream().allMatch(name -> name.startsWith(words))) {
                return end;
            }
            end = first.lastIndexOf(", ", end - 3) + 2;
        }
        return 0;
    }

    private static Series.Line line(
            String name, Hue hue, PartRuns part, ToDoubleFunction<RunResults.Statistics> statistic, boolean dashed) {
        int iterations = part.runs().stream()
                .mapToInt(run -> RunFigures.inverse(run).size())
                .min()
                .orElse(0);
        double[] x = new double[iterations];
        double[] y = new double[iterations];
        for (int i = 0; i < iterations; i++) {
            int iteration = i;
            x[i] = i;
            y[i] = Statistics.median(part.runs().stream()
                    .mapToDouble(run -> statistic.applyAsDouble(statistics(run, iteration)))
                    .toArray());
        }
        return new Series.Line(name, hue, x, y, dashed, true);
    }

    private static RunResults.Statistics statistics(RunResults run, int iteration) {
        CandidateSet set = RunFigures.inverse(run).get(iteration);
        return run.statistics(List.of(set));
    }
}
