// SPDX-License-Identifier: Apache-2.0
/**
 * Figures as data, and what they are made of: a figure ({@link org.gidn.visualisation.Figure}) is made once, from a run through the
 * extension point {@code org.gidn.visualisation.figures} ({@link org.gidn.visualisation.FigureKind}) or by hand. Beside this:
 *
 * <ul>
 *   <li>{@code files} paints figures without a screen, into pictures and tables; {@code screen} paints them in a window, and is
 *       all that touches SWT; {@code internal.painting} is what both paint with;
 *   <li>{@code comparison} lays runs side by side, {@code study} the runs of a publication beside what was printed, and
 *       {@code report} tells one run on a page;
 *   <li>{@code internal.figures} are the figures that this bundle contributes.
 * </ul>
 */
package org.gidn.visualisation;
