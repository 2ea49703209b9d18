// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.List;
import java.util.Locale;
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
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.project.RunResults;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunFocus;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.LiveInspection.Inspection;

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
    private Button reset;
    private Button copy;
    private ViewExport export;
    private CopyFigure copyFigure;
    private AxesAction axes;
    private RunNode run;
    private FoundDesign original;
    private boolean following;
    private double[] design;
    private Inspection inspection;

    /** The best design of a run; null if there is none. */
    record Content(RunNode run, FoundDesign best) {}

    /** Brings the inspector to the front. */
    static void open(IWorkbenchPage page) {
        try {
            page.showView(Ids.INSPECTOR);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Brings the inspector to the front and shows a design in it. */
    static void open(IWorkbenchPage page, RunNode run, FoundDesign design) {
        open(page);
        InspectorView view = (InspectorView) page.findView(Ids.INSPECTOR);
        if (!run.equals(view.shownRun())) {
            view.pin(null);
            RunFocus.get().show(run);
        }
        view.choose(run, design);
    }

    @Override
    void createContent(Composite parent) {
        Composite content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 6).applyTo(content);
        pictures = new Composite(content, SWT.NONE);
        pictures.setLayout(new PairLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pictures);
        panel = new DesignPanel(pictures, this::changed, text -> value.setText(text));
        figure = new FigureControl(pictures);
        value = new Label(content, SWT.NONE);
        value.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.HEADER_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        detail = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(detail);
        createButtons(content);
        export = ViewExport.of(getSite(), this::shownFigure);
        getViewSite().getActionBars().getToolBarManager().add(export);
        copyFigure = new CopyFigure(this::shownFigure);
        axes = new AxesAction(getSite(), this::chosenField, this::showField);
        ContextMenu.set(panel, copyFigure, export);
        ContextMenu.set(figure, axes, copyFigure, export);
        getSite().getPage().addPostSelectionListener(selectionListener);
        showEmpty("");
    }

    private void createButtons(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        choice = new FieldChoice(row, this::showChoice);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.LEFT, SWT.CENTER)
                .applyTo(choice);
        reset = button(row, Messages.inspectorReset, this::reset);
        copy = button(row, Messages.inspectorCopy, this::copy);
        copy.setToolTipText(Messages.inspectorCopyHint);
    }

    private static Button button(Composite parent, String text, Runnable work) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> work.run());
        return button;
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
        following = false;
        inspect(node, found);
    }

    @Override
    Content load(RunNode node, RunResults results) {
        List<FoundDesign> best = results.best(1);
        return new Content(node, best.isEmpty() ? null : best.get(0));
    }

    @Override
    void show(Content content) {
        boolean another = !content.run().equals(run);
        if (content.best() == null) {
            showEmpty(Messages.galleryWaiting);
        } else if (another || following && !content.best().text().equals(original.text())) {
            following = true;
            inspect(content.run(), content.best());
        } else {
            run = content.run();
        }
    }

    private void inspect(RunNode node, FoundDesign found) {
        run = node;
        original = found;
        design = found.designs().toArray(0);
        copy.setEnabled(true);
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
        following = false;
        design = other;
        evaluate();
    }

    private void reset() {
        design = original.designs().toArray(0);
        evaluate();
    }

    private void copy() {
        Clipboard clipboard = new Clipboard(copy.getDisplay());
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
        reset.setEnabled(!text().equals(original.text()));
        layoutPictures();
        inspection = null;
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
        choice.setFields(null);
        showField();
    }

    private void showInspection(Inspection found) {
        inspection = found;
        value.setText(found.failure() != null ? found.failure() : named(run, found.value()));
        detail.setText(DesignDetail.of(run.record(), original, design, found));
        detail.requestLayout();
        choice.setFields(found.fields());
        showField();
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
        panel.setVisible(run != null);
        figure.setVisible(run == null || figure.figure() != null);
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
    void showEmpty(String text) {
        run = null;
        design = null;
        inspection = null;
        figure.setFigure(null);
        figure.setEmptyText(text);
        layoutPictures();
        value.setText("");
        detail.setText("");
        choice.setFields(null);
        reset.setEnabled(false);
        copy.setEnabled(false);
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
