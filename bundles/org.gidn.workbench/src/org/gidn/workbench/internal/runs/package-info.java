// SPDX-License-Identifier: Apache-2.0
/** Runs in the window: queued, at work here or elsewhere, read, deleted; and the one that is current. Knows no view. */
package org.gidn.workbench.internal.runs;
