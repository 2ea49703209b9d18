// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.LabelProviderChangedEvent;
import org.eclipse.ui.PlatformUI;
import org.gidn.experiments.project.RunState;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;

/** Marks a project whose experiment is running, or by how its latest run ended. */
public final class RunStateDecorator extends LabelProvider implements ILightweightLabelDecorator {
    private static final ImageDescriptor RUNNING = drawn("overlay-running.svg");
    private static final ImageDescriptor FAILED = drawn("overlay-failed.svg");
    private static final ImageDescriptor DONE = drawn("overlay-done.svg");

    private final RunModel model = PlatformUI.getWorkbench().getService(RunModel.class);
    private final Consumer<IProject> runsListener = this::changed;
    private final Runnable jobsListener =
            () -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> changed(null));

    public RunStateDecorator() {
        model.index().addListener(runsListener);
        model.queue().addListener(jobsListener);
    }

    /** As the toolkit draws it: a description would be drawn by Java's own toolkit, which takes a third of a second to load. */
    private static ImageDescriptor drawn(String name) {
        return ImageDescriptor.createFromImage(
                Images.descriptor(name).createImage(PlatformUI.getWorkbench().getDisplay()));
    }

    @Override
    public void dispose() {
        model.index().removeListener(runsListener);
        model.queue().removeListener(jobsListener);
        super.dispose();
    }

    private void changed(IProject project) {
        fireLabelProviderChanged(
                project == null ? new LabelProviderChangedEvent(this) : new LabelProviderChangedEvent(this, project));
    }

    @Override
    public void decorate(Object element, IDecoration decoration) {
        if (!(element instanceof IProject project) || !project.isAccessible()) {
            return;
        }
        RunNode latest = model.index().latest(project);
        if (model.queue().job(project) != null) {
            decoration.addOverlay(RUNNING, IDecoration.BOTTOM_RIGHT);
        } else if (latest != null && latest.record().state() == RunState.FAILED) {
            decoration.addOverlay(FAILED, IDecoration.BOTTOM_RIGHT);
        } else if (latest != null && latest.record().state() == RunState.DONE) {
            decoration.addOverlay(DONE, IDecoration.BOTTOM_RIGHT);
        }
    }
}
