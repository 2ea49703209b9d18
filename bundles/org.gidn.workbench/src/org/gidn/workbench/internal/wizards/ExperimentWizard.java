// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.editor.ExperimentFields;
import org.gidn.workbench.internal.editor.ExperimentModel;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.workspace.Projects;

/** Makes a new experiment step by step: what is solved, how, at what scale. Its pages fill in an experiment file. */
public final class ExperimentWizard extends Wizard implements INewWizard {
    /** What a new experiment is before anything is chosen: the paper's problem, to be solved with few evaluations. */
    private static final String TEMPLATE = """
        format: 2
        title: New experiment
        seed: 1
        budget: 100

        problem:
          evaluator: {use: org.gidn.fem.crackToughness, size: 8}
          volumeFraction: 0.25

        optimiser:
          use: org.gidn.designer.frugal
        """;

    private final ExperimentModel model = new ExperimentModel(new Document(TEMPLATE));
    private final Catalogue catalogue = Catalogue.installed();
    private IWorkbench workbench;
    private ScalePage scale;

    @Override
    public void init(IWorkbench owner, IStructuredSelection selection) {
        workbench = owner;
        setWindowTitle(Messages.experimentWizardTitle);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(new ProblemPage(model, catalogue));
        addPage(new PartChoicePage(
                new PartChoicePage.Step(Messages.wizardMethod, Messages.wizardMethodHint, "wizard-method.svg"),
                model,
                catalogue,
                ExperimentFields.OPTIMISER));
        scale = new ScalePage(model, catalogue);
        addPage(scale);
    }

    /** What the page that is shown says of the experiment beside its rows. */
    public String preview() {
        return ((StepPage) getContainer().getCurrentPage()).preview();
    }

    @Override
    public boolean performFinish() {
        String name = scale.projectName();
        String experiment = model.text();
        IProject[] made = new IProject[1];
        try {
            getContainer().run(true, false, monitor -> {
                try {
                    made[0] = Projects.create(name, experiment, monitor);
                } catch (CoreException e) {
                    throw new InvocationTargetException(e);
                }
            });
            Projects.openExperiment(workbench.getActiveWorkbenchWindow().getActivePage(), made[0]);
            if (scale.runAtOnce()) {
                workbench.getService(RunModel.class).queue().start(made[0], Overrides.NONE);
            }
            return true;
        } catch (InvocationTargetException e) {
            scale.setErrorMessage(Failures.sentence(e.getCause()));
        } catch (CoreException e) {
            scale.setErrorMessage(Failures.sentence(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void dispose() {
        super.dispose();
        model.dispose();
    }

    @Override
    public boolean canFinish() {
        return super.canFinish() && getContainer().getCurrentPage() == scale;
    }
}
