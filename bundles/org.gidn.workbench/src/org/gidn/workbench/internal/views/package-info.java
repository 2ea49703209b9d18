// SPDX-License-Identifier: Apache-2.0
/** What views of runs share: that they follow the current run or are pinned to one, their choices, axes, copies and exports. Knows none of them. */
package org.gidn.workbench.internal.views;
