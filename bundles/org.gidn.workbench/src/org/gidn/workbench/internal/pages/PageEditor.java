// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.pages;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.browser.Browser;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;

/** Shows a page, such as a report, in the workbench; where the machine has no part that can draw it, says where it lies. */
public final class PageEditor extends EditorPart {
    private Control control;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        String page = ((PageInput) getEditorInput()).page().toString();
        try {
            Browser browser = new Browser(parent, SWT.NONE);
            browser.setUrl(page);
            control = browser;
        } catch (SWTError e) {
            Text text = new Text(parent, SWT.WRAP | SWT.READ_ONLY);
            text.setText(NLS.bind(Messages.noBrowser, page, e.getMessage()));
            Named.name(text, this::getPartName);
            control = text;
        }
    }

    @Override
    public void setFocus() {
        control.setFocus();
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // nothing here can be changed
    }

    @Override
    public void doSaveAs() {
        // nothing here can be changed
    }
}
