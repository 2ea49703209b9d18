// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.study;

import java.util.List;
import org.gidn.visualisation.Figure;

/**
 * Draws figures of all parts of a study at once. Contributed through {@code org.gidn.visualisation.figures} as {@code
 * studyFigure}; has a public constructor without parameters. Thread-safe, without state.
 *
 * @since 1.0
 */
@FunctionalInterface
public interface StudyFigureFactory {
    /**
     * The figures of a study.
     *
     * @return empty if its runs have not stored what they show
     */
    List<Figure> figures(StudyResults study);
}
