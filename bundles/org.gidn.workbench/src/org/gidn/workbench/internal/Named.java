// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

import java.util.function.Supplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Names of controls for screen readers, for which a label beside a control says nothing of it. */
public final class Named {
    private Named() {}

    /** Gives a control a name, which is asked for whenever it is read. */
    public static void name(Control control, Supplier<String> name) {
        AccessibleAdapter spoken = new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                // The control itself, not one of its items.
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name.get();
                }
            }
        };
        Accessible accessible = control.getAccessible();
        accessible.addAccessibleListener(spoken);
        // GTK asks nobody for the names of its own controls, but looks for their labels.
        Accessible label = new Accessible(control.getParent().getAccessible());
        label.addAccessibleListener(spoken);
        accessible.addRelation(ACC.RELATION_LABELLED_BY, label);
    }

    /** Gives a control the name that the label before it has. */
    public static void name(Control control, Label label) {
        name(control, () -> label.getText().replaceFirst(":$", ""));
    }
}
