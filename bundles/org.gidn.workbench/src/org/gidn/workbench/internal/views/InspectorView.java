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
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
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
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.screen.DesignControl;
import org.gidn.visualisation.screen.FigureControl;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;
import org.gidn.workbench.internal.views.LiveInspection.Inspection;

/**
 * One design in large. A click on an element switches it between soft and stiff; the run's own evaluator then says at once
 * what that is worth. Fields such as strain can be shown in place of the design.
 */
public final class InspectorView extends RunView<InspectorView.Content> {
    private final StackLayout stack = new StackLayout();
    private final ISelectionListener selectionListener = this::selected;
    private final LiveInspection live = new LiveInspection();
    private Composite pages;
    private DesignControl picture;
    private FigureControl figure;
    private Label value;
    private Label detail;
    private FieldChoice choice;
    private Button reset;
    private Button copy;
    private RunNode run;
    private FoundDesign original;
    private double[] design;
    private Inspection inspection;

    /** The best design of a run. */
    record Content(RunNode run, FoundDesign best) {}

    /** Brings the inspector to the front. */
    static void open(IWorkbenchPage page) {
        try {
            page.showView(Ids.INSPECTOR);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    void createContent(Composite parent) {
        Composite content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 8).spacing(6, 6).applyTo(content);
        pages = new Composite(content, SWT.NONE);
        pages.setLayout(stack);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
        picture = new DesignControl(pages);
        picture.addElementListener(this::switchElement);
        figure = new FigureControl(pages);
        value = new Label(content, SWT.NONE);
        value.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.HEADER_FONT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(value);
        detail = new Label(content, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(detail);
        createButtons(content);
        getSite().getPage().addPostSelectionListener(selectionListener);
        showEmpty("");
    }

    private void createButtons(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        new Label(row, SWT.NONE).setText(Messages.inspectorShow);
        choice = new FieldChoice(row, this::showChoice);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.LEFT, SWT.CENTER)
                .hint(150, SWT.DEFAULT)
                .applyTo(choice.control());
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
        if (selection instanceof IStructuredSelection structured
                && structured.getFirstElement() instanceof DesignNode node) {
            inspect(node.run(), node.design());
        }
    }

    @Override
    Content load(RunNode node, RunResults results) {
        List<FoundDesign> best = results.best(1);
        return new Content(node, best.isEmpty() ? null : best.get(0));
    }

    @Override
    void show(Content content) {
        if (content.best() == null) {
            showEmpty(Messages.galleryWaiting);
        } else if (!content.run().equals(run)) {
            inspect(content.run(), content.best());
        }
    }

    private void inspect(RunNode node, FoundDesign found) {
        if (!DesignPicture.suits(node.record().space())) {
            showEmpty(Messages.inspectorNoPicture);
            return;
        }
        run = node;
        original = found;
        design = found.designs().toArray(0);
        inspection = null;
        copy.setEnabled(true);
        evaluate();
    }

    /** Switches an element between soft and stiff, as a click on it does. */
    public void switchElement(int variable) {
        design = design.clone();
        design[variable] = 1 - design[variable];
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
        return DesignText.format(batch(), 0);
    }

    private DesignBatch batch() {
        return DesignBatch.ofValues(design.length, design);
    }

    /** Shows the design at once, and what it is worth as soon as that is known. */
    private void evaluate() {
        picture.setDesign(new DesignPicture(run.record().space(), run.record().layout()), batch(), 0);
        picture.setEnabled(true);
        reset.setEnabled(!text().equals(original.text()));
        if (figure.figure() == null) {
            bringUp(picture);
        }
        double[] wanted = design;
        live.inspect(run, wanted, found -> {
            if (!picture.isDisposed() && wanted == design) {
                showInspection(found);
            }
        });
    }

    private void showInspection(Inspection found) {
        inspection = found;
        RunRecord record = run.record();
        value.setText(
                found.failure() != null
                        ? found.failure()
                        : NLS.bind(
                                Messages.inspectorValue,
                                capitalised(record.objective().name()),
                                String.format(Locale.ROOT, "%.6g", found.value())));
        detail.setText(detailText(found));
        detail.requestLayout();
        choice.setFields(found.fields());
        showChoice();
    }

    private String detailText(Inspection found) {
        int changed = 0;
        double[] before = original.designs().toArray(0);
        int soft = 0;
        for (int i = 0; i < design.length; i++) {
            changed += before[i] == design[i] ? 0 : 1;
            soft += design[i] == 0 ? 1 : 0;
        }
        String share = NLS.bind(Messages.inspectorSoft, soft, design.length);
        if (changed > 0) {
            return share
                    + NLS.bind(
                            Messages.inspectorChanged,
                            changed,
                            String.format(Locale.ROOT, "%+.4g", found.value() - original.value()));
        }
        String predicted = Double.isNaN(original.predicted())
                ? ""
                : NLS.bind(Messages.inspectorPredicted, String.format(Locale.ROOT, "%.5g", original.predicted()));
        return share + predicted + Messages.inspectorClickHint;
    }

    static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private void showChoice() {
        Figure chosen = inspection == null
                ? null
                : choice.figure(inspection.fields(), run.record().layout());
        figure.setFigure(chosen);
        bringUp(chosen == null ? picture : figure);
    }

    private void bringUp(Control top) {
        if (stack.topControl != top) {
            stack.topControl = top;
            pages.layout();
        }
    }

    @Override
    void showEmpty(String text) {
        run = null;
        design = null;
        inspection = null;
        figure.setFigure(null);
        figure.setEmptyText(text);
        bringUp(figure);
        value.setText("");
        detail.setText("");
        choice.setFields(null);
        reset.setEnabled(false);
        copy.setEnabled(false);
    }

    /** What the design shown is worth; NaN as long as that is not known. */
    public double value() {
        return inspection == null ? Double.NaN : inspection.value();
    }

    @Override
    public void setFocus() {
        (stack.topControl == picture ? picture : figure).setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePostSelectionListener(selectionListener);
        live.close();
        super.dispose();
    }
}
