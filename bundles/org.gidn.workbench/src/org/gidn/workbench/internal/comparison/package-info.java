// SPDX-License-Identifier: Apache-2.0
/** The view Comparison: runs in a table with columns to choose, and the figures that compare them. */
package org.gidn.workbench.internal.comparison;
