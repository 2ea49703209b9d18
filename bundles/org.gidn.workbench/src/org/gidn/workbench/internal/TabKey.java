// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;

/** The key that leads from field to field. */
public final class TabKey {
    private TabKey() {}

    /** Lets it lead out of a text of several lines too, in which it would be written. */
    public static void leaves(Text text) {
        text.addListener(
                SWT.Traverse,
                event -> event.doit |=
                        event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
    }
}
