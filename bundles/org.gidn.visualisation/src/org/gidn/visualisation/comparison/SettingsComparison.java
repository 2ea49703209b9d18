// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.problem.Goal;
import org.gidn.core.statistics.Fit;
import org.gidn.core.statistics.Statistics;
import org.gidn.experiments.project.RunRecord;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/**
 * How the settings in which runs differ go with the best values that they found. Runs that have found nothing, or cannot be read,
 * are left out; so are title, seed and executor, which make no method.
 *
 * @since 1.0
 */
public final class SettingsComparison {
    /** Fewer runs show nothing about a setting. */
    private static final int FEWEST = 3;

    private static final double BEST_SHARE = 0.25;

    private final List<RunRecord> runs;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    /** The values of a setting, in the order of the runs: its number, or else the place of its text among all; NaN if a run has none. */
    private record Setting(double[] places, List<String> texts) {
        boolean numeric() {
            return texts.isEmpty();
        }
    }

    private SettingsComparison(List<RunRecord> runs) {
        this.runs = runs;
        List<Map<String, Object>> all = runs.stream().map(MethodNames::settings).toList();
        TreeSet<String> paths = new TreeSet<>();
        all.forEach(each -> paths.addAll(each.keySet()));
        for (String path : paths) {
            List<Object> values = all.stream().map(each -> each.get(path)).toList();
            if (values.stream().filter(Objects::nonNull).distinct().count() > 1) {
                settings.put(path, setting(values));
            }
        }
    }

    private static Setting setting(List<Object> values) {
        boolean numeric = values.stream().allMatch(value -> value == null || value instanceof Number);
        List<String> texts = numeric
                ? List.of()
                : values.stream()
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .distinct()
                        .sorted()
                        .toList();
        double[] places = values.stream()
                .mapToDouble(value -> value == null
                        ? Double.NaN
                        : numeric ? ((Number) value).doubleValue() : texts.indexOf(value.toString()))
                .toArray();
        return new Setting(places, texts);
    }

    /** Compares runs of one first objective; those of another one than the first run's are left out. */
    public static SettingsComparison of(List<RunRecord> runs) {
        List<RunRecord> valued = runs.stream()
                .filter(run -> run.readable() && !Double.isNaN(run.best()))
                .toList();
        return new SettingsComparison(valued.stream()
                .filter(run -> run.objective().equals(valued.get(0).objective()))
                .toList());
    }

    /** Whether there are settings to be shown, and runs enough to say something about them. */
    public boolean isEmpty() {
        return settings.isEmpty() || runs.size() < FEWEST;
    }

    /**
     * How closely each setting goes with the best values, from 0 to 1, the closest first: of numbers the size of Spearman's rank
     * correlation ρ; of others the correlation ratio η of the ranks, the root of the share of their variance that lies between the
     * groups. Settings that fewer than three runs have are left out, and so are those of which all these runs have the same.
     */
    public Map<String, Double> importance() {
        Map<String, Double> importance = new LinkedHashMap<>();
        settings.forEach((path, setting) -> {
            int[] having = IntStream.range(0, runs.size())
                    .filter(run -> !Double.isNaN(setting.places()[run]))
                    .toArray();
            double[] places = Arrays.stream(having)
                    .mapToDouble(run -> setting.places()[run])
                    .toArray();
            double[] best = Arrays.stream(having)
                    .mapToDouble(run -> runs.get(run).best())
                    .toArray();
            double value = having.length < FEWEST
                    ? Double.NaN
                    : setting.numeric() ? Math.abs(Fit.of(places, best).spearman()) : ratio(places, best);
            if (!Double.isNaN(value)) {
                importance.put(path, value);
            }
        });
        return importance.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** NaN if all values are equal, or all runs are in one group. */
    private static double ratio(double[] groups, double[] values) {
        double[] ranks = Statistics.ranks(values);
        double mean = Arrays.stream(ranks).average().orElseThrow();
        double total =
                Arrays.stream(ranks).map(rank -> (rank - mean) * (rank - mean)).sum();
        Map<Double, List<Double>> byGroup = new LinkedHashMap<>();
        for (int i = 0; i < groups.length; i++) {
            byGroup.computeIfAbsent(groups[i], group -> new ArrayList<>()).add(ranks[i]);
        }
        double between = byGroup.values().stream()
                .mapToDouble(group -> {
                    double own =
                            group.stream().mapToDouble(each -> each).average().orElseThrow();
                    return group.size() * (own - mean) * (own - mean);
                })
                .sum();
        return byGroup.size() < 2 || total == 0 ? Double.NaN : Math.sqrt(between / total);
    }

    /** A bar for the {@linkplain #importance importance} of each setting. */
    public Plot importancePlot() {
        Map<String, Double> importance = importance();
        double[] heights =
                importance.values().stream().mapToDouble(each -> each).toArray();
        double[] edges = IntStream.rangeClosed(0, heights.length)
                .mapToDouble(i -> i - 0.5)
                .toArray();
        return new Plot(
                NLS.bind(Messages.importanceTitle, objective()),
                NLS.bind(Messages.importanceCaption, objective(), Numbers.whole(runs.size())),
                Axis.categories(
                        "",
                        importance.keySet().stream()
                                .map(SettingsComparison::shortName)
                                .toList()),
                Axis.linear(Messages.importanceAxis, "").between(0, 1),
                List.of(new Series.Histogram("", Hue.BLUE, edges, heights)));
    }

    /** A line for each run through its settings to its best value, each from its least to its greatest; the best quarter stands out. */
    public Plot parallel() {
        List<String> names = new ArrayList<>();
        List<double[]> places = new ArrayList<>();
        settings.forEach((path, setting) -> {
            names.add(shortName(path) + range(setting));
            places.add(scaled(setting.places()));
        });
        double[] best = runs.stream().mapToDouble(RunRecord::best).toArray();
        names.add(objective() + range(new Setting(best, List.of())));
        places.add(scaled(best));
        Goal goal = runs.get(0).objective().goal();
        List<Integer> order = IntStream.range(0, runs.size())
                .boxed()
                .sorted(Comparator.comparingDouble(run -> goal.sign() * best[run]))
                .toList();
        int ahead = (int) Math.ceil(BEST_SHARE * runs.size());
        double[] x = IntStream.range(0, names.size()).mapToDouble(i -> i).toArray();
        List<Series> lines = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int run = order.get(i);
            boolean outstanding = i >= order.size() - ahead;
            String name = i == order.size() - 1
                    ? Messages.parallelBest
                    : i == order.size() - ahead - 1 ? Messages.parallelOthers : "";
            double[] y = places.stream().mapToDouble(axis -> axis[run]).toArray();
            lines.add(new Series.Line(name, outstanding ? Hue.VERMILION : Hue.GREY, x, y, false, true));
        }
        return new Plot(
                NLS.bind(Messages.parallelTitle, objective()),
                NLS.bind(Messages.parallelCaption, objective()),
                Axis.categories("", names),
                Axis.linear(Messages.parallelAxis, "").between(-0.05, 1.05),
                lines);
    }

    private String objective() {
        return runs.get(0).objective().name();
    }

    private static String shortName(String path) {
        return path.endsWith(".use")
                ? path.substring(0, path.length() - ".use".length()).replaceFirst(".*\\.", "")
                : path.substring(path.lastIndexOf('.') + 1);
    }

    private static String range(Setting setting) {
        if (!setting.numeric()) {
            return "";
        }
        double[] known = Arrays.stream(setting.places())
                .filter(each -> !Double.isNaN(each))
                .toArray();
        double least = Arrays.stream(known).min().orElseThrow();
        double greatest = Arrays.stream(known).max().orElseThrow();
        return NLS.bind(Messages.parallelRange, Numbers.brief(least), Numbers.brief(greatest));
    }

    /** Values that are all the same stand in the middle. */
    private static double[] scaled(double[] values) {
        double least =
                Arrays.stream(values).filter(each -> !Double.isNaN(each)).min().orElseThrow();
        double greatest =
                Arrays.stream(values).filter(each -> !Double.isNaN(each)).max().orElseThrow();
        return Arrays.stream(values)
                .map(each -> greatest == least && !Double.isNaN(each) ? 0.5 : (each - least) / (greatest - least))
                .toArray();
    }
}
