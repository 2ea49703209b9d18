// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;

/** Brings a view up to date: at once while it is seen, else when it comes to the front. To be used on the UI thread. */
public final class WhenSeen {
    private final ViewPart view;
    private final Runnable update;
    private final IPartListener2 listener = new IPartListener2() {
        @Override
        public void partVisible(IWorkbenchPartReference part) {
            if (outdated && part.getPart(false) == view) {
                request();
            }
        }
    };
    private boolean outdated;

    /**
     * @param update what brings the view up to date
     */
    public WhenSeen(ViewPart view, Runnable update) {
        this.view = view;
        this.update = update;
        view.getSite().getPage().addPartListener(listener);
    }

    /** Whether the view is in front, so that drawing it is worth while. */
    boolean isSeen() {
        return view.getSite().getPage().isPartVisible(view);
    }

    /** Asks for the view to be brought up to date. */
    public void request() {
        outdated = !isSeen();
        if (!outdated) {
            update.run();
        }
    }

    public void dispose() {
        view.getSite().getPage().removePartListener(listener);
    }
}
