// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal;

/** Text in HTML and SVG. */
public final class Markup {
    private Markup() {}

    /** A text with what markup would take for its own written otherwise; control characters, which it refuses, are shown as �. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF&&[^\\t\\n\\r]]", "\uFFFD");
    }
}
