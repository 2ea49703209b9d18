// SPDX-License-Identifier: Apache-2.0
/** Runs in the formats of other tools, through the extension point {@code org.gidn.visualisation.exporters}. */
package org.gidn.visualisation.export;
