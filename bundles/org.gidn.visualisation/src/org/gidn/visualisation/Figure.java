// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

/**
 * A figure as data: made once, drawn in the window ({@link org.gidn.visualisation.screen.FigureControl}) or written to a
 * file ({@link org.gidn.visualisation.files.FigureFiles}). Immutable, if the arrays in it are left alone.
 *
 * @since 1.0
 */
public sealed interface Figure permits Plot, DesignGrid, FieldPicture {
    /** A short title, without a full stop. */
    String title();

    /** What the figure shows, in a sentence or two, as under a printed figure. */
    String caption();
}
