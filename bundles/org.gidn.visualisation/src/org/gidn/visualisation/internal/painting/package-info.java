// SPDX-License-Identifier: Apache-2.0
/** Figures painted without a screen, as PNG, SVG and PDF: axes, legends, texts and their widths. */
package org.gidn.visualisation.internal.painting;
