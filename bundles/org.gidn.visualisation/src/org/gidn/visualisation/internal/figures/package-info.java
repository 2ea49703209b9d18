// SPDX-License-Identifier: Apache-2.0
/** The kinds of figures, a class each: from stored results to a figure as data. */
package org.gidn.visualisation.internal.figures;
