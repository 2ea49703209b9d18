// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.evaluation.Evaluator;
import org.gidn.core.evaluation.FieldEvaluator;
import org.gidn.core.evaluation.Fields.Curve;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Hue;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/** The first curve that the evaluator draws of the best design of each part, such as load against opening, computed anew. */
public final class BestCurves implements StudyFigureFactory {
    @Override
    public List<Figure> figures(StudyResults study) {
        List<Series> series = new ArrayList<>();
        Curve last = null;
        for (PartRuns part : study.parts()) {
            for (Curve curve : curves(study.catalogue(), part.runs().get(0))) {
                last = curve;
                series.add(new Series.Line(part.part().name(), Hue.of(series.size()), curve.x(), curve.y()));
            }
        }
        return last == null
                ? List.of()
                : List.of(new Plot(
                        Messages.bestCurvesTitle,
                        NLS.bind(Messages.bestCurvesCaption, RunFigures.capitalised(last.name())),
                        Axis.linear(RunFigures.capitalised(last.xTitle()), ""),
                        Axis.linear(RunFigures.capitalised(last.yTitle()), ""),
                        series));
    }

    /** The curve of the best design, or none. */
    private static List<Curve> curves(Catalogue catalogue, RunResults run) {
        Experiment experiment = new ExperimentReader(catalogue).read(run.run());
        List<FoundDesign> best = run.best(1);
        try (Evaluator evaluator = catalogue.create(experiment.evaluator(), Evaluator.class)) {
            if (best.isEmpty() || !(evaluator instanceof FieldEvaluator shown)) {
                return List.of();
            }
            return shown.fields(best.get(0).designs().toArray(0)).curves().stream()
                    .limit(1)
                    .toList();
        }
    }
}
