// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.study;

import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.internal.Contribution;
import org.gidn.visualisation.internal.Messages;

/**
 * A kind of figure that can be drawn of all parts of a study at once, as a bundle contributes it. Its code is loaded when it is
 * drawn.
 *
 * @since 1.0
 */
public final class StudyFigureKind {
    private static final String ELEMENT = "studyFigure";

    private final Contribution contribution;

    private StudyFigureKind(Contribution contribution) {
        this.contribution = contribution;
    }

    /** All installed kinds, those of one bundle in the order of its {@code plugin.xml}. */
    public static List<StudyFigureKind> installed() {
        return Contribution.installed(FigureKind.POINT, ELEMENT).stream()
                .map(StudyFigureKind::new)
                .toList();
    }

    /**
     * The kind of that identifier.
     *
     * @throws InvalidInputException if none is installed; names the nearest
     */
    public static StudyFigureKind of(String id) {
        return new StudyFigureKind(Contribution.of(FigureKind.POINT, ELEMENT, Messages.kindStudyFigure, id));
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
     * Draws the figures of this kind.
     *
     * @return empty if the study's runs have not stored what they show
     * @throws InvalidInputException if the contributing bundle is at fault; names it
     */
    public List<Figure> figures(StudyResults study) {
        return contribution.figures(StudyFigureFactory.class, factory -> factory.figures(study));
    }
}
