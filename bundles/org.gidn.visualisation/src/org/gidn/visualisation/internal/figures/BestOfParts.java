// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;
import org.gidn.visualisation.study.StudyFigureFactory;
import org.gidn.visualisation.study.StudyResults;

/** The best design of each run of a study (Figures S3 and S5 of the paper). */
public final class BestOfParts implements StudyFigureFactory {
    @Override
    public List<Figure> figures(StudyResults study) {
        RunRecord first = study.parts().get(0).runs().get(0).run();
        if (!DesignPicture.suits(first.space())) {
            return List.of();
        }
        List<DesignBatch> designs = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (PartRuns part : study.parts()) {
            for (RunResults run : part.runs()) {
                for (FoundDesign best : run.best(1)) {
                    String name = part.part().name();
                    long seed = run.run().seed();
                    String label = part.runs().size() == 1 ? name : NLS.bind(Messages.partsSeed, name, seed);
                    designs.add(best.designs());
                    labels.add(Numbers.brief(best.value()) + "\n" + label);
                }
            }
        }
        DesignPicture picture = new DesignPicture(first.space());
        return List.of(new DesignGrid(
                Messages.partsTitle,
                picture.caption(
                        NLS.bind(Messages.partsCaption, first.objective().name())),
                picture,
                DesignBatch.join(designs),
                labels));
    }
}
