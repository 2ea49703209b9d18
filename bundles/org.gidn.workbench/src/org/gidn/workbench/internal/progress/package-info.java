// SPDX-License-Identifier: Apache-2.0
/** The view Run: what a run is doing, what it has spent, and where its time went. */
package org.gidn.workbench.internal.progress;
