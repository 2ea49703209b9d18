// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.internal.Messages;

/** The font of figures in files. */
final class Fonts {
    /** The families that a viewer of an SVG picture may have, best first. */
    static final String FAMILIES = "Segoe UI, Helvetica Neue, DejaVu Sans, Arial, sans-serif";

    static {
        Headless.ensure();
    }

    private Fonts() {}

    static Font sans(double size) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
    }

    /**
     * Makes sure that texts can be measured.
     *
     * @throws InvalidInputException if this machine has no fonts
     */
    static void check() {
        try {
            sans(12).getStringBounds("0", new FontRenderContext(null, true, true));
        } catch (RuntimeException | LinkageError | InternalError e) {
            throw new InvalidInputException(Messages.figureNoFonts, e);
        }
    }
}
