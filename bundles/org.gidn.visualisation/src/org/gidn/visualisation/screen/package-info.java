// SPDX-License-Identifier: Apache-2.0
/** Figures and designs in a window, with SWT. Only this package of the bundle touches SWT, so the rest runs without it. */
package org.gidn.visualisation.screen;
