// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.figures;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.DesignValues;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFactory;
import org.gidn.visualisation.internal.Messages;
import org.gidn.visualisation.internal.Numbers;

/** The best designs of a run as pictures. */
public final class BestDesigns implements FigureFactory {
    private static final int COUNT = 10;

    @Override
    public List<Figure> figures(RunResults results) {
        List<FoundDesign> best = results.best(COUNT);
        if (best.isEmpty() || !DesignPicture.suits(results.run().space())) {
            return List.of();
        }
        DesignPicture picture = new DesignPicture(results.run().space());
        DesignBatch designs =
                DesignBatch.join(best.stream().map(FoundDesign::designs).toList());
        List<String> labels = best.stream()
                .map(design -> label(results.run().space(), design))
                .toList();
        String caption = picture.caption(
                NLS.bind(Messages.bestDesignsCaption, results.run().objective().name()));
        return List.of(new DesignGrid(Messages.bestDesignsTitle, caption, picture, designs, labels));
    }

    private static String label(DesignSpace space, FoundDesign design) {
        String label = Numbers.brief(design.value());
        List<String> values = DesignValues.texts(space, design.designs().toArray(0));
        if (!values.isEmpty()) {
            label += "\n" + String.join(", ", values);
        }
        if (!Double.isNaN(design.predicted())) {
            label += "\n" + NLS.bind(Messages.bestDesignsPredicted, Numbers.brief(design.predicted()));
        }
        return design.count() == 1
                ? label
                : label + "\n" + NLS.bind(Messages.bestDesignsFound, Numbers.whole(design.count()));
    }
}
