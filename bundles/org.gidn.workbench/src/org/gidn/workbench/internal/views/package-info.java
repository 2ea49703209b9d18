// SPDX-License-Identifier: Apache-2.0
/** The views of runs: gallery, inspector, figures, comparison, progress, laboratory. They follow the current run. */
package org.gidn.workbench.internal.views;
