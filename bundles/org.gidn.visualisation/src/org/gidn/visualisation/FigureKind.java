// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.internal.Contribution;
import org.gidn.visualisation.internal.Messages;

/**
 * A kind of figure that can be drawn from a run, as a bundle contributes it. Its code is loaded when it is drawn.
 *
 * @since 1.0
 */
public final class FigureKind {
    /** Identifier of the extension point. */
    public static final String POINT = "org.gidn.visualisation.figures";

    private static final String ELEMENT = "figure";

    private final Contribution contribution;

    private FigureKind(Contribution contribution) {
        this.contribution = contribution;
    }

    /** All installed kinds, those of one bundle in the order of its {@code plugin.xml}. */
    public static List<FigureKind> installed() {
        return Contribution.installed(POINT, ELEMENT).stream()
                .map(FigureKind::new)
                .toList();
    }

    /**
     * The kind of that identifier.
     *
     * @throws InvalidInputException if none is installed; names the nearest
     */
    public static FigureKind of(String id) {
        return new FigureKind(Contribution.of(POINT, ELEMENT, Messages.kindFigure, id));
    }

    /** Its identifier, beginning with the contributing bundle's name. */
    public String id() {
        return contribution.id();
    }

    /** What the user sees. */
    public String name() {
        return contribution.name();
    }

    /** One or two sentences for the user. */
    public String description() {
        return contribution.description();
    }

    /**
     * Draws the figures of this kind from a run.
     *
     * @return empty if the run has not stored what they show
     * @throws InvalidInputException if the contributing bundle is at fault; names it
     */
    public List<Figure> figures(RunResults results) {
        return contribution.figures(FigureFactory.class, factory -> factory.figures(results));
    }
}
