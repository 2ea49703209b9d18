// SPDX-License-Identifier: Apache-2.0
/** The views of figures, one for each kind of figure that a plug-in may bring, and the designs chosen in them. */
package org.gidn.workbench.internal.figures;
