// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.gidn.experiments.Experiment;
import org.gidn.experiments.Overrides;
import org.gidn.experiments.YamlText;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.workspace.Projects;

/** An entry for each scale that the experiment file offers besides its own settings, such as a quick look. */
public final class ScaleMenu extends CompoundContributionItem {
    private static final List<String> SCALES = List.of("scales");

    @Override
    protected IContributionItem[] getContributionItems() {
        Object context =
                PlatformUI.getWorkbench().getService(IHandlerService.class).getCurrentState();
        List<IProject> projects = Targets.projects(context);
        if (projects.size() != 1 || names(projects.get(0)).isEmpty()) {
            Action none = new Action(Messages.scaleNone) {};
            none.setEnabled(false);
            return new IContributionItem[] {new ActionContributionItem(none)};
        }
        IProject project = projects.get(0);
        return names(project).stream().map(name -> item(project, name)).toArray(IContributionItem[]::new);
    }

    private static IContributionItem item(IProject project, String scale) {
        return new ActionContributionItem(new Action(scale, Images.descriptor(Images.RUN)) {
            @Override
            public void run() {
                if (RunHandler.saved(
                        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage(), project)) {
                    Targets.model().queue().start(project, Overrides.NONE.at(scale));
                }
            }
        });
    }

    private static List<String> names(IProject project) {
        try {
            String text = Files.readString(Projects.folder(project).resolve(Experiment.FILE));
            return YamlText.parse(text).map(yaml -> yaml.keys(SCALES)).orElse(List.of());
        } catch (IOException e) {
            // Running it says what is wrong with the file.
            return List.of();
        }
    }
}
