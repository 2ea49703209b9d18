// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/** The nine best designs of all runs of a study (Figure S6 of the paper). */
public final class NineBest implements StudyFigureFactory {
    private static final int COUNT = 9;

    @Override
    public List<Figure> figures(StudyResults study) {
        RunRecord first = study.parts().get(0).runs().get(0).run();
        if (!DesignPicture.suits(first.space())) {
            return List.of();
        }
        Goal goal = first.objective().goal();
        Map<String, FoundDesign> distinct = new LinkedHashMap<>();
        study.parts().stream()
                .flatMap(part -> part.runs().stream())
                .flatMap(run -> run.best(COUNT).stream())
                .forEach(design -> distinct.putIfAbsent(design.text(), design));
        List<FoundDesign> best = distinct.values().stream()
                .sorted((a, b) -> goal.sign() * Double.compare(b.value(), a.value()))
                .limit(COUNT)
                .toList();
        DesignPicture picture = new DesignPicture(first.space());
        return List.of(new DesignGrid(
                Messages.nineBestTitle,
                picture.caption(
                        NLS.bind(Messages.nineBestCaption, first.objective().name())),
                picture,
                DesignBatch.join(best.stream().map(FoundDesign::designs).toList()),
                best.stream().map(design -> Numbers.brief(design.value())).toList()));
    }
}
