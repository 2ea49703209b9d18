package org.gidn.visualisation.internal.figures;

import java.util.ArrayList;
import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.run.StudyRunner.PartRuns;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Figure;
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
                    String seed =
                            part.runs().size() == 1 ? "" : ", seed " + run.run().seed();
                    designs.add(best.designs());
                    labels.add(Numbers.brief(best.value()) + "\n" + part.part().name() + seed);
                }
            }
        }
        return List.of(new DesignGrid(
                "Best design of each run",
                "The best design of each run, with its " + first.objective().name()
                        + "; stiff elements are yellow, soft ones blue.",
                new DesignPicture(first.space(), first.layout()),
                DesignBatch.join(designs),
                labels));
    }
}
