// SPDX-License-Identifier: Apache-2.0
/**
 * Runs in the formats of other tools, through the extension point {@code org.gidn.export.exporters}: an {@link
 * org.gidn.export.Exporter} writes what a {@link org.gidn.export.RunExport} holds. Knows the store's runs, and no figures. Beside
 * it {@code outline} writes single designs for printers and cutters, and {@code internal.formats} are the formats that this bundle
 * contributes.
 */
package org.gidn.export;
