// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.design.DesignTable;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.ExperimentReader;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.Project;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.run.Runner;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunIndex;
import org.gidn.workbench.internal.workspace.Projects;

/** Takes designs with values that were found elsewhere, such as measured ones, into a project, as a run of their own. */
public final class MeasuredWizard extends Wizard {
    private final IProject project;
    private final RunIndex index;
    private final MeasuredPage page;

    public MeasuredWizard(IProject project, RunIndex index) {
        this.project = project;
        this.index = index;
        this.page = new MeasuredPage(project.getName());
        setWindowTitle(Messages.importMeasured);
        setNeedsProgressMonitor(true);
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    /** Names the file, as typing its path does. */
    public void choose(Path file) {
        page.choose(file);
    }

    /** What is shown of the file, row by row. */
    public List<List<String>> preview() {
        return page.preview();
    }

    @Override
    public boolean performFinish() {
        DesignTable table = page.table();
        String title = NLS.bind(Messages.importMeasuredRun, page.file().getFileName());
        boolean outside = page.keepsOutside();
        try {
            getContainer().run(true, false, monitor -> keep(title, table, outside));
            index.refresh(project);
            return true;
        } catch (InvocationTargetException e) {
            page.setErrorMessage(Failures.sentence(e.getCause()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void keep(String title, DesignTable table, boolean outside) {
        Project folder = Project.open(Projects.folder(project));
        Catalogue catalogue = Catalogue.installed();
        Experiment experiment = new ExperimentReader(catalogue).read(folder.experimentFile(), Overrides.NONE);
        new Runner(catalogue).keep(folder, experiment, title, table, outside);
    }
}
