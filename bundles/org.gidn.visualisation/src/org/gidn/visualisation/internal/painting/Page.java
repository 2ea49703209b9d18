// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import org.gidn.visualisation.Surface;

/** A file's surface: with what figures in a window leave to widgets. */
interface Page extends Surface {
    /** Draws one line of text that is read from below to above, centred on a point. */
    void uprightText(String text, double x, double y, double size, int argb);

    /** Keeps what {@code drawing} draws within the area of a view. */
    void clipped(View view, Runnable drawing);
}
