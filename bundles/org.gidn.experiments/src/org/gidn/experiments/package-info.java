// SPDX-License-Identifier: Apache-2.0
/** Experiments as files: read, checked, changed and written again with their comments. Knows no run. */
package org.gidn.experiments;
