// SPDX-License-Identifier: Apache-2.0
package org.gidn.export.outline;

import java.util.Locale;

/**
 * What outlines are written as.
 *
 * @since 1.0
 */
public enum OutlineFormat {
    /** A closed surface of triangles, binary; what printers take. */
    STL,
    /** Closed lines on a layer for each level, in the form of release 12; what cutters take. */
    DXF;

    /** The ending of its files. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return suffix();
    }
}
