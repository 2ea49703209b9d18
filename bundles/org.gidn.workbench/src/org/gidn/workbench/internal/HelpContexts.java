// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** What F1 explains where. The texts are in the bundle of the user's guide, in {@code contexts.xml}. */
public final class HelpContexts {
    private HelpContexts() {}

    /**
     * Sets the help of a view, editor or wizard.
     *
     * @param id its identifier in {@code plugin.xml}; in {@code contexts.xml} it stands without the plug-in's, and with
     *     underscores for dots
     */
    public static void set(Control control, String id) {
        String context = id.substring(Ids.PLUGIN.length() + 1).replace('.', '_');
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, Ids.PLUGIN + "." + context);
    }
}
