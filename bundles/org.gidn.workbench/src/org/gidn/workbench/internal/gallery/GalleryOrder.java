// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.gallery;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.gidn.core.problem.Goal;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.workbench.internal.Messages;

/** The orders in which the best designs of a run can be shown. */
enum GalleryOrder {
    BEST(Messages.orderBest),
    WORST(Messages.orderWorst),
    PREDICTED(Messages.orderPredicted),
    SURPRISE(Messages.orderSurprise),
    LATEST(Messages.orderLatest),
    OFTEN(Messages.orderOften);

    private final String text;

    GalleryOrder(String text) {
        this.text = text;
    }

    /** What the user sees. */
    String text() {
        return text;
    }

    /**
     * Sorts designs; those without the number that counts come last, designs alike stay as they were.
     *
     * @param designs best first
     */
    List<FoundDesign> sorted(List<FoundDesign> designs, Goal goal) {
        return switch (this) {
            case BEST -> designs;
            case WORST -> designs.reversed();
            case PREDICTED ->
                sorted(designs, design -> goal == Goal.MAXIMISE ? -design.predicted() : design.predicted());
            case SURPRISE -> sorted(designs, design -> -Math.abs(design.value() - design.predicted()));
            case LATEST -> sorted(designs, design -> -design.iteration());
            case OFTEN -> sorted(designs, design -> -design.count());
        };
    }

    /** NaN is greater than all numbers to {@link Double#compare}. */
    private static List<FoundDesign> sorted(List<FoundDesign> designs, ToDoubleFunction<FoundDesign> key) {
        return designs.stream().sorted(Comparator.comparingDouble(key)).toList();
    }
}
