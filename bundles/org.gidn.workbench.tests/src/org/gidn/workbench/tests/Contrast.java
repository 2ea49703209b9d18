// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** How much texts stand out from what is behind them, by the formula of WCAG, measured on what is really drawn. */
final class Contrast {
    /** What texts of the usual size need. */
    static final double LEAST = 4.5;

    private Contrast() {}

    /**
     * The labels of a window that stand out too little, each with its contrast.
     *
     * @param picture of the window
     */
    static List<String> tooLow(Shell window, ImageData picture) {
        List<String> low = new ArrayList<>();
        for (Control control : Window.controls(window)) {
            if (control instanceof Label label
                    && label.isEnabled()
                    && !label.getText().isBlank()) {
                Rectangle area = seen(label);
                if (area != null && drawn(area, picture) < LEAST) {
                    low.add("'" + label.getText() + "' has a contrast of " + drawn(area, picture));
                }
            }
        }
        return low;
    }

    /** Where a control is in its window; null if that is not all seen. */
    private static Rectangle seen(Control control) {
        Point size = control.getSize();
        if (!control.isVisible() || size.x == 0 || size.y == 0) {
            return null;
        }
        for (Composite outer = control.getParent(); outer != null; outer = outer.getParent()) {
            Rectangle inside = control.getDisplay().map(control, outer, 0, 0, size.x, size.y);
            if (!outer.getClientArea().intersection(inside).equals(inside)) {
                return null;
            }
        }
        return control.getDisplay().map(control, control.getShell(), 0, 0, size.x, size.y);
    }

    /** The contrast of the commonest colour in an area with the one that differs most from it. */
    private static double drawn(Rectangle area, ImageData picture) {
        Map<RGB, Integer> colours = new HashMap<>();
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                colours.merge(picture.palette.getRGB(picture.getPixel(x, y)), 1, Integer::sum);
            }
        }
        RGB background = Collections.max(colours.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        return colours.keySet().stream()
                .mapToDouble(colour -> of(colour, background))
                .max()
                .orElse(1);
    }

    /** From 1, none, to 21, black on white. */
    static double of(RGB one, RGB other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(RGB colour) {
        return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
