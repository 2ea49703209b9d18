// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.gidn.experiments.catalogue.Example;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.workspace.Projects;

/** Makes a project out of an example that is ready to run. */
public final class ExampleWizard extends Wizard implements INewWizard {
    private IWorkbench workbench;
    private ExamplePage page;

    @Override
    public void init(IWorkbench owner, IStructuredSelection selection) {
        workbench = owner;
        setWindowTitle(Messages.exampleWizardTitle);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        page = new ExamplePage();
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Example example = page.example();
        String name = page.projectName();
        IProject[] made = new IProject[1];
        IRunnableWithProgress work = monitor -> {
            try {
                made[0] = Projects.create(name, example, monitor);
            } catch (CoreException e) {
                throw new InvocationTargetException(e);
            }
        };
        try {
            getContainer().run(true, false, work);
            Projects.openExperiment(workbench.getActiveWorkbenchWindow().getActivePage(), made[0]);
            return true;
        } catch (InvocationTargetException e) {
            page.setErrorMessage(Failures.sentence(e.getCause()));
            return false;
        } catch (CoreException e) {
            page.setErrorMessage(Failures.sentence(e));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
