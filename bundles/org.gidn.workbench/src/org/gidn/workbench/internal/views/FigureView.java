package org.gidn.workbench.internal.views;

import java.util.List;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.gidn.experiments.project.RunResults;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureKind;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * A figure of the run in focus; which kind stands behind the class in {@code plugin.xml}. Where there is one for each
 * iteration the last is shown, and arrows lead to the others. Where {@code plugin.xml} names none, the user chooses among
 * all that are installed, those of plug-ins included.
 */
public final class FigureView extends RunView<List<Figure>> {
    private FigureControl control;
    private PathPlayer player;
    private Action previous;
    private Action next;
    private FigureExport export;
    private KindChoice choice;
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
            choice = new KindChoice(memento, this::choose);
            kind = choice.kind().id();
        }
    }

    @Override
    public void saveState(IMemento memento) {
        if (choice != null) {
            choice.save(memento);
        }
    }

    @Override
    void createContent(Composite parent) {
        control = new FigureControl(parent);
        player = new PathPlayer(control);
        previous = action(Messages.figurePrevious, "previous.svg", () -> move(-1));
        next = action(Messages.figureNext, "next.svg", () -> move(1));
        export = new FigureExport(getSite(), control);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        if (choice != null) {
            bar.add(choice);
            setPartName(choice.kind().name());
        }
        bar.add(player);
        bar.add(previous);
        bar.add(next);
        bar.add(export);
    }

    private static Action action(String name, String image, Runnable work) {
        return new Action(name, Images.descriptor(image)) {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    @Override
    List<Figure> load(RunNode run, RunResults results) {
        return FigureKind.of(kind).figures(results);
    }

    @Override
    void show(List<Figure> content) {
        boolean last = index == figures.size() - 1;
        figures = content;
        index = last ? content.size() - 1 : Math.min(index, content.size() - 1);
        control.setEmptyText(Messages.figureWaiting);
        showFigure();
    }

    private void choose(FigureKind chosen) {
        kind = chosen.id();
        setPartName(chosen.name());
        index = -1;
        figures = List.of();
        reload();
    }

    private void move(int step) {
        index = Math.clamp(index + step, 0, figures.size() - 1);
        showFigure();
    }

    private void showFigure() {
        Figure figure = index < 0 ? null : figures.get(index);
        control.setFigure(figure);
        player.setFigure(figure);
        previous.setEnabled(index > 0);
        next.setEnabled(index < figures.size() - 1);
        export.update();
        setTitleToolTip(figure == null ? getPartName() : figure.caption());
    }

    @Override
    void showEmpty(String text) {
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
}
