// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;

/** Controls that stand in a grid at times only. */
public final class GridCell {
    private GridCell() {}

    /** Shows a control, or hides it so that it takes no room. */
    public static void show(Control control, boolean shown) {
        control.setVisible(shown);
        ((GridData) control.getLayoutData()).exclude = !shown;
    }
}
