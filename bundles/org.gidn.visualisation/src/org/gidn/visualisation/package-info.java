// SPDX-License-Identifier: Apache-2.0
/**
 * Figures as data, and where they go: a figure ({@link org.gidn.visualisation.Figure}) is made once, from a run through the
 * extension point {@code org.gidn.visualisation.figures} ({@link org.gidn.visualisation.FigureKind}) or by hand; it is
 * written to files without a display ({@link org.gidn.visualisation.FigureFiles}), put into reports ({@link
 * org.gidn.visualisation.Report}) and shown in the window ({@code org.gidn.visualisation.screen}).
 */
package org.gidn.visualisation;
