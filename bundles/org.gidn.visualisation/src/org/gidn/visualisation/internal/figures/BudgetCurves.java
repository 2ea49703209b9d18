// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.comparison.MethodRuns;
import org.gidn.visualisation.comparison.RunComparison;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/** The best value of each part against the evaluations spent: the median of its seeds, and the band between them. */
public final class BudgetCurves implements StudyFigureFactory {
    @Override
    public List<Figure> figures(StudyResults study) {
        List<MethodRuns> methods = study.parts().stream()
                .map(BudgetCurves::method)
                .filter(method -> !method.curves().isEmpty())
                .toList();
        return methods.isEmpty() ? List.of() : List.of(new RunComparison(methods, List.of()).convergence());
    }

    private static MethodRuns method(PartRuns part) {
        List<RunResults> runs =
                part.runs().stream().filter(run -> !run.convergence().isEmpty()).toList();
        return new MethodRuns(
                part.part().name(),
                runs.stream().map(RunResults::run).toList(),
                runs.stream().map(RunResults::convergence).toList(),
                List.of());
    }
}
