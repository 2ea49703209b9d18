// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.gidn.workbench.internal.Images;

/** A button of a view's toolbar that is in or out. */
public final class Toggle extends Action {
    private final Consumer<Boolean> work;

    /** @param work told whether it is in, whenever that was changed by the user */
    public Toggle(String text, String image, Consumer<Boolean> work) {
        super(text, AS_CHECK_BOX);
        setImageDescriptor(Images.descriptor(image));
        this.work = work;
    }

    @Override
    public void run() {
        work.accept(isChecked());
    }
}
