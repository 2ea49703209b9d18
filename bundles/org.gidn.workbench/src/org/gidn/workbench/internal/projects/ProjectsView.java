// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DoubleClickEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionGroup;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.preferences.TreePreferences;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.workspace.Projects;

/** The navigator. As long as there are no projects it says how to get one. */
public final class ProjectsView extends CommonNavigator {
    /** Whoever types a word is answered after its last letter. */
    private static final int PAUSE_MILLISECONDS = 25;
    /** A screenful; more would have to be scrolled through. */
    private static final int MOST_OPENED = 40;

    private final StackLayout stack = new StackLayout();
    private final IResourceChangeListener listener = event -> updateSoon();
    private final Runnable focusListener = this::follow;
    private final Consumer<IProject> runsListener = project -> followSoon();
    private RunModel model;
    private IProject shownProject;
    private RunNode shownRun;
    /** Whether the selection changes since another run is shown, not since the user has chosen one. */
    private boolean following;

    private final Runnable find = this::find;
    private RunFilter filter;
    private Text search;
    private Composite pages;
    private Composite empty;

    @Override
    public void createPartControl(Composite parent) {
        model = getSite().getService(RunModel.class);
        filter = new RunFilter(model.index());
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        search = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.projectsSearch);
        search.setToolTipText(Messages.projectsSearchHint);
        Named.name(search, () -> Messages.projectsSearch);
        search.addListener(SWT.Modify, event -> search.getDisplay().timerExec(PAUSE_MILLISECONDS, find));
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(search);
        pages = new Composite(parent, SWT.NONE);
        pages.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        empty = createEmptyPage();
        super.createPartControl(pages);
        Named.name(getCommonViewer().getTree(), this::getPartName);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
        getCommonViewer().addSelectionChangedListener(event -> {
            selected(event.getStructuredSelection());
            model.focus().choose(event.getStructuredSelection().toList());
        });
        model.focus().addListener(focusListener);
        model.index().addListener(runsListener);
        filter.showArchived(TreePreferences.archived());
        getCommonViewer().addFilter(filter);
        createActions();
        update();
        follow();
    }

    /** The tree shows all projects, so there is nothing to filter, and the views follow the editor without it. */
    @Override
    protected ActionGroup createCommonActionGroup() {
        return new ActionGroup() {};
    }

    /** What is selected here is shown everywhere; of several runs, the one that is shown already. */
    private void selected(IStructuredSelection selection) {
        if (following || selection.isEmpty() || agrees(selection)) {
            return;
        }
        Object first = selection.getFirstElement();
        if (first instanceof RunNode run) {
            model.focus().show(run);
        } else if (first instanceof IResource resource && Projects.isExperiment(resource.getProject())) {
            model.focus().show(resource.getProject());
        }
    }

    /** After the tree has taken in what was read. */
    private void followSoon() {
        if (!pages.isDisposed()) {
            pages.getDisplay().asyncExec(this::follow);
        }
    }

    /** Selects what is shown, wherever that was chosen, and opens the branch of its project. */
    private void follow() {
        IProject project = model.focus().project();
        RunNode run = model.focus().run();
        if (pages.isDisposed() || getCommonViewer() == null || project == null) {
            return;
        }
        CommonViewer tree = getCommonViewer();
        if (!project.equals(shownProject) || !Objects.equals(run, shownRun)) {
            if (run != null) {
                tree.setExpandedState(project, true);
            }
            Stream.of(shownRun, run).filter(Objects::nonNull).forEach(one -> tree.update(one, null));
            shownProject = project;
            shownRun = run;
        }
        if (!agrees(tree.getStructuredSelection())) {
            following = true;
            tree.setSelection(new StructuredSelection(run == null ? project : run), true);
            following = false;
        }
    }

    /** Whether the run that is shown is among what is selected, or its project or experiment file is. */
    private boolean agrees(IStructuredSelection selection) {
        for (Object element : selection) {
            boolean shown = element instanceof RunNode run
                    ? run.equals(model.focus().run())
                    : element instanceof IResource resource
                            && resource.getProject().equals(model.focus().project());
            if (shown) {
                return true;
            }
        }
        return false;
    }

    private void createActions() {
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        menu.add(toggle(Messages.projectsBestFirst, TreePreferences.bestFirst(), TreePreferences::setBestFirst));
        menu.add(toggle(Messages.projectsArchived, TreePreferences.archived(), shown -> {
            TreePreferences.setArchived(shown);
            filter.showArchived(shown);
        }));
    }

    private Action toggle(String text, boolean checked, Consumer<Boolean> changed) {
        Action action = new Action(text, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                changed.accept(isChecked());
                getCommonViewer().refresh();
            }
        };
        action.setChecked(checked);
        return action;
    }

    /** Shows in the tree what is found by the words above it. */
    public void find(String words) {
        search.setText(words);
        find();
    }

    private void find() {
        if (pages.isDisposed() || !filter.find(search.getText())) {
            return;
        }
        CommonViewer tree = getCommonViewer();
        tree.getTree().setRedraw(false);
        try {
            tree.collapseAll();
            tree.refresh();
            if (!filter.isOff()) {
                int opened = 0;
                for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
                    int found = filter.found(project).size();
                    opened += found;
                    if (found > 0 && opened <= MOST_OPENED) {
                        tree.setExpandedState(project, true);
                    }
                }
            }
        } finally {
            tree.getTree().setRedraw(true);
        }
        follow();
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
        model.focus().removeListener(focusListener);
        model.index().removeListener(runsListener);
        super.dispose();
    }
}
