// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.gidn.experiments.project.RunRecord;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.files.FigureFiles;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.comparison.ComparisonFigure.Measured;
import org.gidn.workbench.internal.projects.ProjectLabels;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.Choice;
import org.gidn.workbench.internal.views.ContextMenu;
import org.gidn.workbench.internal.views.ViewExport;
import org.gidn.workbench.internal.views.ViewExport.Format;
import org.gidn.workbench.internal.views.WhenSeen;

/**
 * Runs side by side, of any projects: those selected in the tree if they are several, else all of the current project; with a
 * column for every setting in which they differ, or for all. Below it a figure of all of them, or of those selected in the table if
 * they are several. Runs that were cancelled or have failed count in medians and bands only where the user asks for that.
 */
public final class ComparisonView extends ViewPart {
    private static final int WIDTH = 90;
    private static final int FIRST_WIDTH = 140;
    /** Width by height, from where on a view is low. */
    private static final double WIDE = 1.8;

    private RunModel model;
    private WhenSeen seen;
    private SashForm halves;
    private final Runnable listener = () -> seen.request();
    private final Consumer<IProject> runsListener = project -> {
        if (projects().contains(project)) {
            seen.request();
        }
    };
    private TableViewer viewer;
    private ComparisonFigure figure;
    private ViewExport export;
    private Action unfinished;
    private Action allSettings;
    private Choice<ComparisonKind> kind;
    private ColumnChoice choice;
    /** What is to be shown, and what the table shows: it follows with the figure where only some runs have gone on. */
    private List<RunNode> wanted = List.of();

    private List<RunNode> shown = List.of();
    private List<String> settings = List.of();
    private boolean ofSeveral;
    private List<RunColumn> columns = List.of();
    private Measured measured = Measured.NOTHING;

    @Override
    public void createPartControl(Composite parent) {
        model = getSite().getService(RunModel.class);
        seen = new WhenSeen(this, this::refresh);
        halves = new SashForm(parent, SWT.VERTICAL);
        viewer = new TableViewer(halves, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        Named.name(viewer.getTable(), this::getPartName);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setComparator(comparator(Comparator.comparing(RunNode::record, RunRecord.bestFirst())));
        getSite().setSelectionProvider(viewer);
        figure = new ComparisonFigure(halves, this::figureChanged);
        halves.setWeights(2, 3);
        export = new ViewExport(getSite(), this::getPartName, this::formats);
        halves.addListener(SWT.Resize, event -> arrange());
        createActions();
        ContextMenu.set(viewer.getTable(), export);
        ContextMenu.set(figure.control(), export);
        viewer.addSelectionChangedListener(event -> selected(event.getStructuredSelection()));
        HelpContexts.set(viewer.getControl(), Ids.COMPARISON);
        model.focus().addListener(listener);
        model.index().addListener(runsListener);
        seen.request();
    }

    /** Table and figure stand one above the other, or side by side where the view is low, so that the figure has room. */
    private void arrange() {
        Point size = halves.getSize();
        int orientation = size.x > WIDE * size.y ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (halves.getOrientation() != orientation) {
            halves.setOrientation(orientation);
        }
    }

    private void createActions() {
        kind = new Choice<>(
                Messages.comparisonKind,
                "figure.svg",
                List.of(ComparisonKind.values()),
                ComparisonKind.EVALUATIONS,
                ComparisonKind::text,
                ComparisonKind::text,
                chosen -> showFigure());
        choice = new ColumnChoice(
                () -> allColumns().stream().map(RunColumn::title).toList(), this::createColumns);
        allSettings = toggle(Messages.comparisonAllSettings, "setting.svg", this::refresh);
        unfinished = toggle(Messages.comparisonUnfinished, "state-cancelled.svg", this::showFigure);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(kind);
        bar.add(choice);
        bar.add(allSettings);
        bar.add(unfinished);
        bar.add(export);
    }

    private static Action toggle(String text, String image, Runnable work) {
        Action action = new Action(text, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setImageDescriptor(Images.descriptor(image));
        return action;
    }

    private void selected(IStructuredSelection selection) {
        if (selection.size() == 1 && selection.getFirstElement() instanceof RunNode run) {
            model.focus().show(run);
        }
        showFigure();
    }

    /** The projects whose runs are compared. */
    private List<IProject> projects() {
        List<RunNode> chosen = model.focus().chosen();
        IProject project = model.focus().project();
        return chosen.isEmpty()
                ? project == null ? List.of() : List.of(project)
                : chosen.stream().map(RunNode::project).distinct().toList();
    }

    private void refresh() {
        List<RunNode> chosen = model.focus().chosen();
        IProject project = model.focus().project();
        List<RunNode> all = project == null ? List.of() : model.index().runs(project);
        wanted = chosen.isEmpty()
                ? all.stream().filter(run -> !run.label().archived()).toList()
                : chosen;
        List<String> differing = allSettings.isChecked() ? settings(wanted, 1) : settings(wanted, 2);
        boolean several = projects().size() > 1;
        if (viewer.getTable().getColumnCount() == 0 || !differing.equals(settings) || several != ofSeveral) {
            settings = differing;
            ofSeveral = several;
            createColumns();
        }
        if (!wanted.equals(shown)) {
            showRows();
            showFigure();
        } else if (!same(wanted, shown)) {
            showFigure();
        }
        halves.setMaximizedControl(wanted.isEmpty() ? figure.control() : null);
        showTitle();
    }

    private static boolean same(List<RunNode> some, List<RunNode> others) {
        for (int i = 0; i < some.size(); i++) {
            boolean equal = some.get(i).record().equals(others.get(i).record())
                    && some.get(i).label().equals(others.get(i).label());
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    private void showRows() {
        shown = wanted;
        viewer.setInput(shown);
    }

    private void showTitle() {
        List<String> names = projects().stream().map(IProject::getName).toList();
        setTitleToolTip(
                names.isEmpty()
                        ? getPartName()
                        : NLS.bind(
                                Messages.comparisonTip,
                                new Object[] {getPartName(), String.join(", ", names), wanted.size()}));
    }

    @SuppressWarnings("unchecked")
    private void showFigure() {
        List<RunNode> rows = viewer.getStructuredSelection().toList();
        List<RunNode> drawn =
                rows.size() > 1 ? wanted.stream().filter(rows::contains).toList() : wanted;
        figure.show(drawn, wanted, unfinished.isChecked(), kind.chosen());
    }

    /** Shows a figure of another kind, as a choice in the menu does. */
    public void choose(ComparisonKind chosen) {
        kind.choose(chosen);
    }

    /** The rows that the figure belongs to are shown with it; what is measured of them is known then. */
    private void figureChanged() {
        if (!same(wanted, shown) || wanted.size() != shown.size()) {
            showRows();
        }
        Measured found = figure.measured();
        if (!found.equals(measured)) {
            boolean column =
                    found.hypervolumes().isEmpty() != measured.hypervolumes().isEmpty()
                            || found.bounds().isEmpty() != measured.bounds().isEmpty();
            measured = found;
            if (column) {
                createColumns();
            }
            viewer.refresh();
        }
        export.update();
    }

    /** All columns that there are, those that are hidden among them. */
    private List<RunColumn> allColumns() {
        List<RunColumn> all = new ArrayList<>(List.of(RunColumn.method(), RunColumn.name()));
        if (ofSeveral) {
            all.add(RunColumn.project());
        }
        all.addAll(List.of(RunColumn.run(), RunColumn.best()));
        addMeasured(all, Messages.comparisonProved, measured.bounds());
        all.addAll(List.of(RunColumn.evaluations(), RunColumn.time(), RunColumn.state()));
        addMeasured(all, Messages.comparisonHypervolume, measured.hypervolumes());
        settings.forEach(path -> all.add(RunColumn.setting(path)));
        return all;
    }

    /** A column for what is known of some runs; none where it is known of none. */
    private static void addMeasured(List<RunColumn> columns, String title, Map<RunRecord, Double> values) {
        if (!values.isEmpty()) {
            columns.add(RunColumn.number(title, run -> values.getOrDefault(run.record(), Double.NaN)));
        }
    }

    private void createColumns() {
        viewer.getTable().setRedraw(false);
        for (TableColumn column : viewer.getTable().getColumns()) {
            column.dispose();
        }
        columns = allColumns().stream()
                .filter(column -> choice.shows(column.title()))
                .toList();
        columns.forEach(this::createColumn);
        viewer.refresh();
        viewer.getTable().setRedraw(true);
    }

    private void createColumn(RunColumn column) {
        TableViewerColumn made = new TableViewerColumn(viewer, SWT.LEFT);
        boolean first = viewer.getTable().getColumnCount() == 1;
        made.getColumn().setText(column.title());
        made.getColumn()
                .setWidth(
                        Math.max(first ? FIRST_WIDTH : WIDTH, 9 * column.title().length()));
        made.getColumn().setMoveable(true);
        made.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return column.text().apply((RunNode) element);
            }

            @Override
            public Image getImage(Object element) {
                return first
                        ? Images.image(ProjectLabels.stateImage(
                                ((RunNode) element).record().state()))
                        : null;
            }
        });
        made.getColumn().addListener(SWT.Selection, event -> sort(made.getColumn(), column));
    }

    private void sort(TableColumn column, RunColumn by) {
        boolean down =
                viewer.getTable().getSortColumn() == column && viewer.getTable().getSortDirection() == SWT.UP;
        viewer.getTable().setSortColumn(column);
        viewer.getTable().setSortDirection(down ? SWT.DOWN : SWT.UP);
        viewer.setComparator(comparator(down ? by.order().reversed() : by.order()));
    }

    private static ViewerComparator comparator(Comparator<RunNode> order) {
        return new ViewerComparator() {
            @Override
            public int compare(Viewer owner, Object a, Object b) {
                return order.compare((RunNode) a, (RunNode) b);
            }
        };
    }

    /** The figure, the table as it is sorted now, and the methods by budget. */
    private List<Format> formats() {
        Figure drawn = figure.control().figure();
        List<Format> formats = new ArrayList<>(drawn == null ? List.of() : ViewExport.formats(drawn));
        if (!shown.isEmpty()) {
            List<List<?>> rows = table();
            formats.add(new Format(Messages.comparisonTable, "csv", file -> FigureFiles.writeTable(rows, file)));
        }
        if (!figure.byBudget().methods().isEmpty()) {
            List<List<?>> rows = figure.byBudget().table();
            formats.add(new Format(Messages.comparisonBudgets, "csv", file -> FigureFiles.writeTable(rows, file)));
        }
        return formats;
    }

    private List<List<?>> table() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(columns.stream().map(RunColumn::title).toList());
        for (TableItem item : viewer.getTable().getItems()) {
            rows.add(columns.stream()
                    .map(column -> column.key().apply((RunNode) item.getData()))
                    .toList());
        }
        return rows;
    }

    /** The settings that have at least so many values in the runs, by path. */
    private static List<String> settings(List<RunNode> runs, int values) {
        TreeSet<String> paths = new TreeSet<>();
        List<Map<String, Object>> all =
                runs.stream().map(run -> run.record().settingsByPath()).toList();
        all.forEach(settings -> paths.addAll(settings.keySet()));
        return paths.stream()
                .filter(path -> all.stream()
                                .map(settings -> settings.get(path))
                                .distinct()
                                .count()
                        >= values)
                .toList();
    }

    /** What can be written to files. */
    public ViewExport export() {
        return export;
    }

    /** The figure shown; null if there is none. */
    public Figure figure() {
        return figure.control().figure();
    }

    /** The cells that are shown, row by row, with the titles of the columns before them. */
    public List<List<String>> cells() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(columns.stream().map(RunColumn::title).toList());
        for (TableItem item : viewer.getTable().getItems()) {
            rows.add(columns.stream()
                    .map(column -> column.text().apply((RunNode) item.getData()))
                    .toList());
        }
        return rows;
    }

    /** Shows or hides a column, as the menu of the columns does. */
    public void showColumn(String title, boolean visible) {
        choice.show(title, visible);
    }

    @Override
    public void setFocus() {
        viewer.getTable().setFocus();
    }

    @Override
    public void dispose() {
        model.focus().removeListener(listener);
        model.index().removeListener(runsListener);
        seen.dispose();
        super.dispose();
    }
}
