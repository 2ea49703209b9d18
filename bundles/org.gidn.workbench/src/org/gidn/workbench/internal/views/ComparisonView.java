// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerComparator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.run.Progress;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureFiles;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.projects.ProjectLabels;
import org.gidn.workbench.internal.runs.RunFocus;
import org.gidn.workbench.internal.runs.RunIndex;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.ViewExport.Format;

/**
 * The runs of the project in focus side by side, with a column for every setting in which they differ; below it the best
 * value against evaluations of all of them, or of those selected if they are several. Runs that were cancelled or have failed
 * count in medians and bands only where the user asks for that.
 */
public final class ComparisonView extends ViewPart {
    private static final int WIDTH = 90;

    private WhenSeen seen;
    private SashForm halves;
    private final Runnable listener = () -> seen.request();
    private final Consumer<IProject> runsListener = project -> {
        if (project.equals(RunFocus.get().project())) {
            seen.request();
        }
    };
    private TableViewer viewer;
    private ComparisonFigure figure;
    private ViewExport export;
    private Action unfinished;
    private List<RunNode> shown = List.of();
    private List<String> settings = List.of();
    private List<Column> columns = List.of();
    private Map<RunRecord, Double> hypervolumes = Map.of();

    /** A column: its title, what it shows, and what it is sorted by. */
    private record Column(String title, RunFunction<String> text, RunFunction<Comparable<?>> key) {}

    /** From a run to something. */
    @FunctionalInterface
    private interface RunFunction<T> {
        T of(RunRecord run);
    }

    @Override
    public void createPartControl(Composite parent) {
        seen = new WhenSeen(this, this::refresh);
        halves = new SashForm(parent, SWT.VERTICAL);
        viewer = new TableViewer(halves, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        getSite().setSelectionProvider(viewer);
        figure = new ComparisonFigure(halves, this::figureChanged);
        export = new ViewExport(getSite(), this::getPartName, this::formats);
        halves.setWeights(1, 2);
        unfinished = new Action(Messages.comparisonUnfinished, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                showFigure();
            }
        };
        unfinished.setImageDescriptor(Images.descriptor("state-cancelled.svg"));
        getViewSite().getActionBars().getToolBarManager().add(unfinished);
        getViewSite().getActionBars().getToolBarManager().add(export);
        ContextMenu.set(viewer.getTable(), export);
        ContextMenu.set(figure.control(), export);
        viewer.addSelectionChangedListener(event -> selected(event.getStructuredSelection()));
        HelpContexts.set(viewer.getControl(), Ids.COMPARISON);
        RunFocus.get().addListener(listener);
        RunIndex.get().addListener(runsListener);
        seen.request();
    }

    private void selected(IStructuredSelection selection) {
        if (selection.size() == 1 && selection.getFirstElement() instanceof RunNode run) {
            RunFocus.get().show(run);
        }
        showFigure();
    }

    private void refresh() {
        IProject project = RunFocus.get().project();
        List<RunNode> runs = project == null ? List.of() : RunIndex.get().runs(project);
        List<String> differing = differing(runs);
        if (viewer.getTable().getColumnCount() == 0 || !differing.equals(settings)) {
            settings = differing;
            createColumns();
        }
        if (!runs.equals(shown) || !runs.stream().map(RunNode::record).toList().equals(records(shown))) {
            shown = runs;
            viewer.setInput(runs);
            showFigure();
        }
        halves.setMaximizedControl(runs.isEmpty() ? figure.control() : null);
    }

    @SuppressWarnings("unchecked")
    private void showFigure() {
        List<RunNode> selected = viewer.getStructuredSelection().toList();
        figure.show(selected.size() > 1 ? List.copyOf(selected) : shown, shown, unfinished.isChecked());
    }

    /** The hypervolumes are known with the figure. */
    private void figureChanged() {
        if (!figure.hypervolumes().equals(hypervolumes)) {
            boolean column = figure.hypervolumes().isEmpty() != hypervolumes.isEmpty();
            hypervolumes = figure.hypervolumes();
            if (column) {
                createColumns();
            }
            viewer.refresh();
        }
        export.update();
    }

    private static List<RunRecord> records(List<RunNode> runs) {
        return runs.stream().map(RunNode::record).toList();
    }

    private void createColumns() {
        for (TableColumn column : viewer.getTable().getColumns()) {
            column.dispose();
        }
        columns = new ArrayList<>(List.of(
                new Column(Messages.comparisonRun, run -> Integer.toString(run.number()), RunRecord::number),
                new Column(Messages.comparisonState, run -> run.state().title(), run -> run.state()
                        .title()),
                new Column(Messages.comparisonBest, run -> number(run.best()), RunRecord::best),
                new Column(
                        Messages.comparisonEvaluations,
                        run -> String.format(Locale.ROOT, "%,d", run.evaluations()),
                        RunRecord::evaluations),
                new Column(
                        Messages.comparisonTime,
                        run -> Double.isNaN(seconds(run)) ? "" : Progress.time(seconds(run)),
                        ComparisonView::seconds)));
        if (!hypervolumes.isEmpty()) {
            columns.add(new Column(Messages.comparisonHypervolume, run -> number(hypervolume(run)), this::hypervolume));
        }
        for (String setting : settings) {
            columns.add(new Column(
                    setting,
                    run -> Objects.toString(run.settingsByPath().get(setting), ""),
                    run -> sortKey(run.settingsByPath().get(setting))));
        }
        columns.forEach(this::createColumn);
    }

    private void createColumn(Column column) {
        TableViewerColumn made = new TableViewerColumn(viewer, SWT.LEFT);
        boolean first = viewer.getTable().getColumnCount() == 1;
        made.getColumn().setText(column.title());
        made.getColumn().setWidth(Math.max(WIDTH, 9 * column.title().length()));
        made.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return column.text().of(((RunNode) element).record());
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

    private void sort(TableColumn column, Column by) {
        boolean down =
                viewer.getTable().getSortColumn() == column && viewer.getTable().getSortDirection() == SWT.UP;
        viewer.getTable().setSortColumn(column);
        viewer.getTable().setSortDirection(down ? SWT.DOWN : SWT.UP);
        Comparator<RunRecord> order = (a, b) -> compare(by.key().of(a), by.key().of(b));
        viewer.setComparator(new ViewerComparator() {
            @Override
            public int compare(Viewer owner, Object a, Object b) {
                int result = order.compare(((RunNode) a).record(), ((RunNode) b).record());
                return down ? -result : result;
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> a, Comparable<?> b) {
        return a.getClass() == b.getClass()
                ? ((Comparable<Object>) a).compareTo(b)
                : a.toString().compareTo(b.toString());
    }

    private static Comparable<?> sortKey(Object value) {
        return value instanceof Number number ? (Comparable<?>) number.doubleValue() : Objects.toString(value, "");
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
        rows.add(columns.stream().map(Column::title).toList());
        for (TableItem item : viewer.getTable().getItems()) {
            RunRecord run = ((RunNode) item.getData()).record();
            rows.add(columns.stream().map(column -> column.key().of(run)).toList());
        }
        return rows;
    }

    /** The settings that not all runs have alike, by path. */
    private static List<String> differing(List<RunNode> runs) {
        TreeSet<String> paths = new TreeSet<>();
        List<Map<String, Object>> all =
                runs.stream().map(run -> run.record().settingsByPath()).toList();
        all.forEach(settings -> paths.addAll(settings.keySet()));
        return paths.stream()
                .filter(path -> all.stream()
                                .map(settings -> settings.get(path))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    private static double seconds(RunRecord run) {
        return run.finished() == null
                ? Double.NaN
                : (run.finished().toEpochMilli() - run.started().toEpochMilli()) / 1000.0;
    }

    private double hypervolume(RunRecord run) {
        return hypervolumes.getOrDefault(run, Double.NaN);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5g", value);
    }

    /** What can be written to files. */
    public ViewExport export() {
        return export;
    }

    /** The figure shown; null if there is none. */
    public Figure figure() {
        return figure.control().figure();
    }

    @Override
    public void setFocus() {
        viewer.getTable().setFocus();
    }

    @Override
    public void dispose() {
        RunFocus.get().removeListener(listener);
        RunIndex.get().removeListener(runsListener);
        seen.dispose();
        super.dispose();
    }
}
