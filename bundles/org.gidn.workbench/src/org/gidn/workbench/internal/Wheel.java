// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** The wheel of the mouse over fields of pages that are scrolled. */
public final class Wheel {
    private static final int LINE = 20;

    private Wheel() {}

    /** Lets it scroll the page on which a field is, instead of choosing another value in what the mouse comes over. */
    public static void scrolls(Control field) {
        field.addListener(SWT.MouseVerticalWheel, event -> scroll(field, event));
    }

    private static void scroll(Control field, Event event) {
        event.doit = false;
        Composite around = field.getParent();
        while (around != null && !(around instanceof ScrolledComposite)) {
            around = around.getParent();
        }
        if (around instanceof ScrolledComposite page) {
            Point origin = page.getOrigin();
            page.setOrigin(origin.x, origin.y - event.count * LINE);
        }
    }
}
