// SPDX-License-Identifier: Apache-2.0
/**
 * Experiments as files, read, checked, changed and written again with their comments, and the projects that hold them with
 * what was stored of their runs. Starts no run.
 */
package org.gidn.experiments;
