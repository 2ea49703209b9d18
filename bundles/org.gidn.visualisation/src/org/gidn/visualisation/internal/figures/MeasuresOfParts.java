// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.catalogue.Study;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.study.Comparison;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/**
 * The measures of a study by its parts, ours beside the printed ones: a figure for each source (Figure S18 of the paper, and
 * Tables S1 and S2 as pictures).
 */
public final class MeasuresOfParts implements StudyFigureFactory {
    @Override
    public List<Figure> figures(StudyResults study) {
        List<Comparison> all = study.comparisons();
        return study.study().measures().stream()
                .map(Study.Measure::source)
                .distinct()
                .<Figure>map(source -> plot(study, source, all))
                .toList();
    }

    private static Plot plot(StudyResults study, String source, List<Comparison> all) {
        List<String> parts =
                study.parts().stream().map(part -> part.part().name()).toList();
        Map<String, Map<String, Comparison>> measures = new LinkedHashMap<>();
        all.stream().filter(one -> one.measure().source().equals(source)).forEach(one -> measures.computeIfAbsent(
                        one.label(), name -> new HashMap<>())
                .put(one.part(), one));
        double[] x = new double[parts.size()];
        Arrays.setAll(x, i -> i);
        List<Series> series = new ArrayList<>();
        int hue = 0;
        for (var measure : measures.entrySet()) {
            Map<String, Comparison> ours = measure.getValue();
            Hue colour = Hue.of(hue++);
            if (ours.values().stream().anyMatch(one -> one.values().length > 1)) {
                series.add(new Series.Band(
                        "",
                        colour,
                        x,
                        numbers(parts, ours, Comparison::least),
                        numbers(parts, ours, Comparison::greatest)));
            }
            String name = RunFigures.capitalised(measure.getKey());
            series.add(new Series.Line(name, colour, x, numbers(parts, ours, Comparison::median), false, true));
            double[] printed = numbers(parts, ours, Comparison::paper);
            if (!Arrays.stream(printed).allMatch(Double::isNaN)) {
                series.add(new Series.Line(NLS.bind(Messages.measuresPrinted, name), colour, x, printed, true, true));
            }
        }
        return new Plot(
                NLS.bind(Messages.measuresTitle, RunFigures.capitalised(source)),
                Messages.measuresCaption,
                Axis.categories("", parts),
                RunFigures.objective(study.parts().get(0).runs().get(0)),
                series);
    }

    /** A number a part; NaN where a part has no such measure. */
    private static double[] numbers(
            List<String> parts, Map<String, Comparison> measure, ToDoubleFunction<Comparison> number) {
        return parts.stream()
                .mapToDouble(part -> measure.containsKey(part) ? number.applyAsDouble(measure.get(part)) : Double.NaN)
                .toArray();
    }
}
