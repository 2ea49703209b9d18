// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import org.eclipse.jface.action.Action;
import org.gidn.workbench.internal.Images;

/** A button of a view's toolbar that does one thing. */
public final class Push extends Action {
    private final Runnable work;

    public Push(String text, String image, Runnable work) {
        super(text, Images.descriptor(image));
        this.work = work;
    }

    @Override
    public void run() {
        work.run();
    }
}
