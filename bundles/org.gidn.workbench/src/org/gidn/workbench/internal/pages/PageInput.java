// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.pages;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.gidn.workbench.internal.Images;

/**
 * A page that is shown in the workbench.
 *
 * @param page where it lies
 */
public record PageInput(URL page) implements IEditorInput {
    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return Images.descriptor("report.svg");
    }

    @Override
    public String getName() {
        return page.getPath().substring(page.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return page.toString();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return null;
    }
}
