// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.Metric;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/** What a method has recorded step by step, a line for each seed (Figure S4 of the paper). */
public final class CurvesOfSeeds implements StudyFigureFactory {
    @Override
    public List<Figure> figures(StudyResults study) {
        List<Figure> figures = new ArrayList<>();
        for (PartRuns part : study.parts()) {
            for (String name : part.runs().get(0).metricNames()) {
                List<Series> series = new ArrayList<>();
                for (RunResults run : part.runs()) {
                    List<Metric> metrics = run.metrics(name);
                    if (metrics.size() > 1) {
                        series.add(MetricCurves.line(
                                NLS.bind(Messages.metricsSeed, run.run().seed()),
                                Hue.of(series.size()),
                                metrics,
                                false));
                    }
                }
                if (!series.isEmpty()) {
                    String title = RunFigures.capitalised(name);
                    figures.add(new Plot(
                            NLS.bind(
                                    Messages.metricsTitlePart,
                                    title,
                                    part.part().name()),
                            "",
                            Axis.linear(Messages.metricsStep, ""),
                            Axis.linear(title, ""),
                            series));
                }
            }
        }
        return figures;
    }
}
