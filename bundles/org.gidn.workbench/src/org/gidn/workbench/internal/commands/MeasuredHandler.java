// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.gidn.workbench.internal.wizards.MeasuredWizard;

/** Takes measured values into the selected project; not while one of its runs is at work or waits. */
public final class MeasuredHandler extends AbstractHandler {
    @Override
    public void setEnabled(Object context) {
        List<IProject> projects = Targets.projects(context);
        setBaseEnabled(projects.size() == 1 && Targets.model().queue().job(projects.get(0)) == null);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        IProject project = Targets.projects(event.getApplicationContext()).get(0);
        MeasuredWizard wizard = new MeasuredWizard(project, Targets.model().index());
        new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
        return null;
    }
}
