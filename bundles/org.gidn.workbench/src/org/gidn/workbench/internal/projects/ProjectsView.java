// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.actions.ActionGroup;
import org.eclipse.ui.navigator.CommonNavigator;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.commands.Commands;
import org.gidn.workbench.internal.runs.RunFocus;

/** The navigator. As long as there are no projects it says how to get one. */
public final class ProjectsView extends CommonNavigator {
    private final StackLayout stack = new StackLayout();
    private final IResourceChangeListener listener = event -> updateSoon();
    private final Runnable focusListener = this::expandFocus;
    private Composite pages;
    private Composite empty;

    @Override
    public void createPartControl(Composite parent) {
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(stack);
        empty = createEmptyPage();
        super.createPartControl(pages);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
        RunFocus.get().addListener(focusListener);
        update();
    }

    /** The tree shows all projects, so there is nothing to filter, and the views follow the editor without it. */
    @Override
    protected ActionGroup createCommonActionGroup() {
        return new ActionGroup() {};
    }

    /** Opens the branch of the project whose run is shown. */
    private void expandFocus() {
        IProject project = RunFocus.get().project();
        if (!pages.isDisposed() && project != null && RunFocus.get().run() != null) {
            getCommonViewer().setExpandedState(project, true);
        }
    }

    private Composite createEmptyPage() {
        Composite page = new Composite(pages, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(14, 14).spacing(5, 10).applyTo(page);
        Label label = new Label(page, SWT.WRAP);
        label.setText(Messages.projectsEmpty);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(label);
        addLink(page, Messages.projectsEmptyExample, Commands.NEW_FROM_EXAMPLE);
        addLink(page, Messages.projectsEmptyNew, Commands.NEW_EXPERIMENT);
        addLink(page, Messages.projectsEmptyOpen, Commands.OPEN_FOLDER);
        return page;
    }

    private void addLink(Composite page, String text, String command) {
        Link link = new Link(page, SWT.WRAP);
        link.setText(text);
        link.addListener(SWT.Selection, event -> Commands.execute(getSite(), command));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
    }

    private void updateSoon() {
        if (!pages.isDisposed()) {
            pages.getDisplay().asyncExec(this::update);
        }
    }

    private void update() {
        if (pages.isDisposed() || getCommonViewer() == null) {
            return;
        }
        boolean none = ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0;
        Control tree = getCommonViewer().getControl();
        Control top = none ? empty : tree;
        if (stack.topControl != top) {
            stack.topControl = top;
            pages.layout();
        }
    }

    @Override
    protected void handleDoubleClick(DoubleClickEvent event) {
        Object element = ((IStructuredSelection) event.getSelection()).getFirstElement();
        if (element instanceof IProject project && project.isAccessible()) {
            getCommonViewer().setExpandedState(project, true);
        }
        Commands.execute(getSite(), Commands.OPEN);
    }

    @Override
    public void dispose() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
        RunFocus.get().removeListener(focusListener);
        super.dispose();
    }
}
