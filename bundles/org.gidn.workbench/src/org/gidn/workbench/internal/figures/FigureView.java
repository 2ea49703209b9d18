// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.figures;

import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.project.RunState;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.screen.ChosenPoints;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.inspector.InspectorView;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.AxesAction;
import org.gidn.workbench.internal.views.Choice;
import org.gidn.workbench.internal.views.ContextMenu;
import org.gidn.workbench.internal.views.CopyFigure;
import org.gidn.workbench.internal.views.DesignSelection;
import org.gidn.workbench.internal.views.Push;
import org.gidn.workbench.internal.views.RunView;
import org.gidn.workbench.internal.views.Toggle;
import org.gidn.workbench.internal.views.ViewExport;

/**
 * A figure of the run in focus; which kind stands behind the class in {@code plugin.xml}. Where there is one for each
 * iteration the last is shown, and arrows lead to the others. Where {@code plugin.xml} names none, the user chooses among
 * all that are installed, those of plug-ins included.
 */
public final class FigureView extends RunView<List<Figure>> {
    private static final String KEY = "kind";
    /** How plots and the designs chosen in them share the room. */
    private static final int PLOT_WEIGHT = 3;

    private static final int CHOSEN_WEIGHT = 2;

    private SashForm area;
    private FigureControl control;
    private ChosenDesigns chosen;
    private DesignSelection selection;
    private Toggle choosing;
    private PathPlayer player;
    private Push previous;
    private Push next;
    private ViewExport export;
    private CopyFigure copy;
    private AxesAction axes;
    private Choice<FigureKind> choice;
    private volatile String kind;
    private List<Figure> figures = List.of();
    private int index = -1;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        super.setInitializationData(element, property, data);
        kind = (String) data;
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        if (kind == null) {
            List<FigureKind> kinds = FigureKind.installed();
            choice = new Choice<>(
                    Messages.figureKind,
                    "figure.svg",
                    kinds,
                    remembered(kinds, memento),
                    FigureKind::name,
                    FigureKind::description,
                    this::choose);
            kind = choice.chosen().id();
        }
    }

    private static FigureKind remembered(List<FigureKind> kinds, IMemento memento) {
        String id = memento == null ? null : memento.getString(KEY);
        return kinds.stream().filter(one -> one.id().equals(id)).findFirst().orElse(kinds.get(0));
    }

    @Override
    public void saveState(IMemento memento) {
        if (choice != null) {
            memento.putString(KEY, kind);
        }
    }

    @Override
    protected void createContent(Composite parent) {
        area = new SashForm(parent, SWT.VERTICAL);
        area.addListener(
                SWT.Resize,
                event -> area.setOrientation(area.getSize().x > area.getSize().y ? SWT.HORIZONTAL : SWT.VERTICAL));
        control = new FigureControl(area);
        control.setOpener(this::open);
        control.setChooser(this::showChosen);
        chosen = new ChosenDesigns(area, this::select, this::open, this::forgetChosen);
        area.setWeights(PLOT_WEIGHT, CHOSEN_WEIGHT);
        area.setMaximizedControl(control);
        selection = new DesignSelection();
        getSite().setSelectionProvider(selection);
        choosing = new Toggle(Messages.figureChoose, "choose.svg", control::setChoosing);
        player = new PathPlayer(control);
        previous = new Push(Messages.figurePrevious, "previous.svg", () -> move(-1));
        next = new Push(Messages.figureNext, "next.svg", () -> move(1));
        export = ViewExport.of(getSite(), control::figure);
        copy = new CopyFigure(control::figure);
        axes = new AxesAction(getSite(), this::ownFigure, this::showFigure);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        if (choice != null) {
            bar.add(choice);
            setPartName(choice.chosen().name());
        }
        bar.add(player);
        bar.add(previous);
        bar.add(next);
        bar.add(choosing);
        bar.add(export);
        ContextMenu.set(control, previous, next, axes, copy, export);
    }

    @Override
    protected List<Figure> load(RunNode run, RunResults results) {
        return FigureKind.of(kind).figures(results);
    }

    @Override
    protected void show(List<Figure> content) {
        boolean last = index == figures.size() - 1;
        figures = content;
        index = last ? content.size() - 1 : Math.min(index, content.size() - 1);
        control.setEmptyText(content.isEmpty() ? nothing() : "");
        showFigure();
    }

    /** Why there is no figure: not yet, or never of such a run. */
    private String nothing() {
        if (shownRun().record().state() == RunState.RUNNING) {
            return Messages.figureWaiting;
        }
        FigureKind shown = FigureKind.of(kind);
        return NLS.bind(Messages.figureNever, shown.name()) + '\n' + shown.description();
    }

    /** Shows figures of another kind. */
    public void choose(FigureKind chosen) {
        kind = chosen.id();
        setPartName(chosen.name());
        index = -1;
        figures = List.of();
        axes.forget();
        reload();
    }

    private void move(int step) {
        index = Math.clamp(index + step, 0, figures.size() - 1);
        showFigure();
    }

    /** Shows a design of the figure in the inspector, as a click on its point does. */
    public void open(FoundDesign design) {
        InspectorView.open(getSite().getPage(), shownRun(), design);
    }

    /** Shows the designs of points in a row below the plot, as drawing a rectangle about them does; hides it if there are none. */
    public void showChosen(List<ChosenPoints> points) {
        if (points.isEmpty()) {
            forgetChosen();
        } else {
            chosen.show(points);
            area.setMaximizedControl(null);
        }
    }

    private void forgetChosen() {
        control.forgetChosen();
        area.setMaximizedControl(control);
        selection.set(null, null);
    }

    private void select(FoundDesign design) {
        RunNode run = shownRun();
        if (!run.equals(model().focus().run())) {
            model().focus().show(run);
        }
        selection.set(run, design);
    }

    @Override
    protected void runChanged() {
        forgetChosen();
    }

    /** How many designs are shown below the plot. */
    public int chosenCount() {
        return area.getMaximizedControl() == null ? chosen.count() : 0;
    }

    /** Selects one of the designs below the plot, as a click on it does. */
    public void selectChosen(int index) {
        chosen.choose(index);
    }

    /** Asks for other axes, as the menu does. */
    public void chooseAxes() {
        axes.run();
    }

    /** The figure with the axes of its own; null if there is none. */
    private Figure ownFigure() {
        return index < 0 ? null : figures.get(index);
    }

    private void showFigure() {
        Figure figure = axes.applied(ownFigure());
        control.setFigure(figure);
        player.setFigure(figure);
        previous.setEnabled(index > 0);
        next.setEnabled(index < figures.size() - 1);
        choosing.setEnabled(figure instanceof Plot plot
                && plot.series().stream()
                        .anyMatch(series -> series.pointDesigns().isPresent()));
        export.update();
        copy.update();
        axes.update();
    }

    @Override
    protected String explanation() {
        return control.figure() == null ? "" : control.figure().caption();
    }

    @Override
    protected void showEmpty(String text) {
        figures = List.of();
        index = -1;
        control.setEmptyText(text);
        showFigure();
    }

    @Override
    public void setFocus() {
        control.setFocus();
    }

    /** The figure shown; null if there is none. */
    public Figure figure() {
        return control.figure();
    }

    /** What copies the figure. */
    public CopyFigure copying() {
        return copy;
    }

    /** What can be written to files. */
    public ViewExport export() {
        return export;
    }
}
