// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPath;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.inspector.LiveInspection.Inspection;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.AxesAction;
import org.gidn.workbench.internal.views.ContextMenu;
import org.gidn.workbench.internal.views.CopyFigure;
import org.gidn.workbench.internal.views.DesignNode;
import org.gidn.workbench.internal.views.GridCell;
import org.gidn.workbench.internal.views.RunView;
import org.gidn.workbench.internal.views.ViewExport;

/**
 * One design in large, and beside it what happens inside it, such as its strain. It can be changed by hand; the run's own
 * evaluator and predictor then say at once what that is worth. As long as nothing is selected or changed, the best design
 * of the run is shown.
 */
public final class InspectorView extends RunView<InspectorView.Content> {
    /** What takes no longer is not worth a word. */
    private static final int TELL_AFTER_MILLISECONDS = 300;

    private final ISelectionListener selectionListener = this::selected;
    private final LiveInspection live = new LiveInspection();
    private Composite pictures;
    private DesignPanel panel;
    private FigureControl figure;
    private Label value;
    private Label detail;
    private FieldChoice choice;
    private ScrolledContent content;
    private InspectorLayout layout;
    private ComparedDesign compared;
    private PathSlider paths;
    private InspectorActions actions;
    private ViewExport export;
    private CopyFigure copyFigure;
    private AxesAction axes;
    private RunNode run;
    private FoundDesign original;
    /** The run of which the user has turned to a design; null as long as the best one is followed. */
    private RunNode chosenOf;

    private boolean stale;
    private double[] design;
    private final DesignHistory history = new DesignHistory();
    /** Which step of a way to a design is shown, as a sentence says; null for a design. */
    private String step;

    private Inspection inspection;
    private int offered;

    /**
     * What is there of a run.
     *
     * @param best its best design; null if there is none
     * @param paths the ways that it recorded
     */
    record Content(RunNode run, FoundDesign best, List<DesignPath> paths) {}

    /** Brings the inspector to the front and shows a design in it. */
    public static void open(IWorkbenchPage page, RunNode run, FoundDesign design) {
        InspectorView view;
        try {
            view = (InspectorView) page.showView(Ids.INSPECTOR);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
        if (!run.equals(view.shownRun())) {
            view.pin(null);
            view.model().focus().show(run);
        }
        view.choose(run, design);
    }

    @Override
    protected void createContent(Composite parent) {
        content = new ScrolledContent(parent);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 6).applyTo(content);
        pictures = new Composite(content, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pictures);
        panel = new DesignPanel(pictures, this::changed, text -> value.setText(text));
        figure = new FigureControl(pictures);
        compared = new ComparedDesign(pictures);
        layout = new InspectorLayout(panel);
        pictures.setLayout(layout);
        paths = new PathSlider(content, this::follow);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(paths);
        value = new Label(content, SWT.NONE);
        value.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.HEADER_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        detail = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(detail);
        choice = new FieldChoice(content, this::showChoice, this::showField);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(choice);
        actions = new InspectorActions(this);
        actions.contribute(getViewSite().getActionBars());
        export = ViewExport.of(getSite(), this::shownFigure);
        getViewSite().getActionBars().getToolBarManager().add(export);
        copyFigure = new CopyFigure(this::shownFigure);
        axes = new AxesAction(getSite(), this::chosenField, this::showField);
        ContextMenu.set(panel, copyFigure, export);
        ContextMenu.set(figure, axes, copyFigure, export);
        getSite().getPage().addPostSelectionListener(selectionListener);
        showEmpty("");
    }

    private void selected(IWorkbenchPart part, ISelection selection) {
        // A view that comes to the front tells its selection again, which may be of a run of before.
        if (selection instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof DesignNode node
                && node.run().equals(shownRun())) {
            choose(node.run(), node.design());
        }
    }

    private void choose(RunNode node, FoundDesign found) {
        chosenOf = node;
        inspect(node, found);
    }

    /** Another run may be of the same number in another project of the same name. */
    @Override
    protected void runChanged() {
        stale = true;
        chosenOf = null;
    }

    @Override
    protected Content load(RunNode node, RunResults results) {
        List<FoundDesign> best = results.best(1);
        return new Content(node, best.isEmpty() ? null : best.get(0), DesignPath.of(results));
    }

    @Override
    protected void show(Content loaded) {
        boolean another = stale || !loaded.run().equals(run);
        stale = false;
        if (another || offered != loaded.paths().size()) {
            offered = loaded.paths().size();
            paths.setPaths(loaded.paths());
            GridCell.show(paths, offered > 0);
            content.fit();
        }
        if (another) {
            compared.forget();
        }
        if (loaded.best() == null) {
            showEmpty(noDesigns());
        } else if (loaded.run().equals(chosenOf)) {
            keep(loaded.run());
        } else if (another || !loaded.best().text().equals(original.text())) {
            inspect(loaded.run(), loaded.best());
        } else {
            run = loaded.run();
        }
    }

    /** Stays with the design that the user turned to, which may be hidden behind a word on what is being read. */
    private void keep(RunNode node) {
        if (design == null) {
            inspect(node, original);
        } else {
            run = node;
        }
    }

    private void inspect(RunNode node, FoundDesign found) {
        run = node;
        original = found;
        design = found.designs().toArray(0);
        history.begin(design);
        step = null;
        evaluate();
    }

    /** Gives an element its next level, or the one chosen, as a click on it does. */
    public void switchElement(int variable) {
        panel.click(variable);
    }

    /** Gives a variable another value, as typing it does. */
    public void enter(String variable, String text) {
        panel.enter(variable, text);
    }

    private void changed(double[] other) {
        history.change(other);
        put(other);
    }

    private void put(double[] other) {
        chosenOf = run;
        step = null;
        design = other;
        evaluate();
    }

    /** Shows how far the way to a design had come, which is no design yet. */
    private void follow(DesignPath path, int at) {
        chosenOf = run;
        step = NLS.bind(
                Messages.inspectorStep,
                new Object[] {String.valueOf(at), String.valueOf(path.steps().length - 1), path.start()});
        design = path.steps()[at];
        evaluate();
    }

    /** Moves to a step of the way that is chosen, as dragging the slider does. */
    public void follow(int at) {
        paths.move(at);
    }

    /** The ways to designs that can be followed. */
    public int paths() {
        return offered;
    }

    /** Takes the last change back. */
    public void undo() {
        put(history.undo());
    }

    /** Makes the change again that was taken back last. */
    public void redo() {
        put(history.redo());
    }

    boolean canUndo() {
        return run != null && history.canUndo();
    }

    boolean canRedo() {
        return run != null && history.canRedo();
    }

    /** Goes back to the design as it was found, which can be undone. */
    void reset() {
        changed(original.designs().toArray(0));
    }

    /** Whether the design is another one than that found. */
    boolean canReset() {
        return run != null && (step != null || !text().equals(original.text()));
    }

    /** Keeps the design shown beside all that are shown from now on, or no longer. */
    public void compare(boolean kept) {
        if (kept) {
            compared.keep(
                    run.record().space(),
                    design,
                    value(),
                    Double.isNaN(value()) ? "" : String.format(Locale.ROOT, "%.6g", value()));
        } else {
            compared.forget();
        }
        showDetail();
        showField();
    }

    boolean comparing() {
        return compared.design() != null;
    }

    /** Keeps the design with its values in the project, as a run of its own; returns what does it. */
    public Job keep() {
        RunNode of = run;
        String text = text();
        double[] values = inspection.values();
        Display display = panel.getDisplay();
        return Commands.inBackground(Messages.inspectorKeep, () -> {
            RunRecord kept = KeptDesign.keep(of, text, values);
            String said = Double.isNaN(kept.best()) ? Messages.inspectorKeptApart : Messages.inspectorKept;
            display.asyncExec(() -> {
                model().index().refresh(of.project());
                if (!value.isDisposed()) {
                    value.setText(NLS.bind(said, value.getText(), String.valueOf(kept.number())));
                }
            });
        });
    }

    /** Whether what is shown is a design with values. */
    boolean canKeep() {
        return inspection != null && step == null && !Double.isNaN(inspection.value());
    }

    /** Whether what is shown is a design. */
    boolean isDesign() {
        return run != null && step == null;
    }

    void copy() {
        Clipboard clipboard = new Clipboard(panel.getDisplay());
        clipboard.setContents(new Object[] {text()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    private String text() {
        return DesignText.format(run.record().space(), batch(), 0);
    }

    private DesignBatch batch() {
        return DesignBatch.ofValues(design.length, design);
    }

    private boolean drawable() {
        return run != null
                && run.record().readable()
                && DesignPicture.suits(run.record().space());
    }

    /** Shows the design at once, and what it is worth as soon as that is known. */
    private void evaluate() {
        panel.setDesign(run.record().space(), design);
        inspection = null;
        actions.update();
        layoutPictures();
        double[] wanted = design;
        live.inspect(run, wanted, found -> {
            if (!panel.isDisposed() && wanted == design) {
                showInspection(found);
            }
        });
        panel.getDisplay().timerExec(TELL_AFTER_MILLISECONDS, () -> {
            if (!panel.isDisposed() && wanted == design && inspection == null) {
                showWaiting();
            }
        });
    }

    /** Nothing that was said of another design stands beside this one. */
    private void showWaiting() {
        value.setText(Messages.inspectorWaiting);
        detail.setText("");
        choice.setFields(null, List.of());
        showField();
    }

    private void showInspection(Inspection found) {
        inspection = found;
        value.setText(found.failure() != null ? found.failure() : step != null ? step : named(run, found.value()));
        showDetail();
        choice.setFields(found.fields(), found.steps());
        showField();
        actions.update();
    }

    private void showDetail() {
        if (inspection != null) {
            detail.setText(
                    step != null
                            ? DesignDetail.ofStep(inspection)
                            : DesignDetail.of(run.record(), original, design, inspection, compared));
            content.fit();
        }
    }

    private static String named(RunNode run, double value) {
        String name = capitalised(run.record().objective().name());
        return NLS.bind(Messages.inspectorValue, name, String.format(Locale.ROOT, "%.6g", value));
    }

    static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Another quantity has another scale; another design keeps to the one that was chosen. */
    private void showChoice() {
        axes.forget();
        showField();
    }

    /** The field with a scale of colours of its own; null for none. */
    private Figure chosenField() {
        return run == null ? null : choice.figure(run.record().space().layout());
    }

    private void showField() {
        figure.setFigure(axes.applied(chosenField()));
        layoutPictures();
        export.update();
        copyFigure.update();
        axes.update();
    }

    private void layoutPictures() {
        boolean pair = run != null && comparing();
        panel.setVisible(run != null);
        if (run != null) {
            panel.compare(compared.design());
        }
        if (pair) {
            compared.compare(design);
        }
        boolean field = run == null || figure.figure() != null;
        layout.setBeside(
                pair ? drawable() ? compared : null : field ? figure : null,
                pair || figure.figure() instanceof FieldPicture);
        // There is no field beside two designs, so nothing is to be chosen of it.
        GridCell.show(choice, !pair);
        content.fit();
        pictures.layout();
    }

    /** What is beside the design; the design itself if that is nothing. */
    private Figure shownFigure() {
        if (figure.figure() != null || !drawable() || inspection == null) {
            return figure.figure();
        }
        return new DesignGrid(
                run.record().title(), "", new DesignPicture(run.record().space()), batch(), List.of(value.getText()));
    }

    @Override
    protected void showEmpty(String text) {
        run = null;
        design = null;
        inspection = null;
        figure.setFigure(null);
        figure.setEmptyText(text);
        value.setText("");
        detail.setText("");
        choice.setFields(null, List.of());
        compared.forget();
        GridCell.show(paths, false);
        offered = 0;
        layoutPictures();
        actions.update();
        export.update();
    }

    /** What the design shown is worth; NaN as long as that is not known. */
    public double value() {
        return inspection == null ? Double.NaN : inspection.value();
    }

    /** What the run's predictor expects of the design shown; NaN as long as that is not known, or if there is none. */
    public double predicted() {
        return inspection == null ? Double.NaN : inspection.predicted();
    }

    /** What can be written to files. */
    public ViewExport export() {
        return export;
    }

    @Override
    public void setFocus() {
        panel.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePostSelectionListener(selectionListener);
        live.dispose();
        super.dispose();
    }
}
