// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.welcome;

import java.util.Comparator;
import java.util.List;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.part.IntroPart;
import org.gidn.experiments.catalogue.Example;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;

/** The Welcome page: what this is, one button to begin with, and where to go from there. */
public final class WelcomePart extends IntroPart {
    private static final int COLUMN_CHARACTERS = 41;
    private static final int COLUMNS = 3;
    private static final int MARGIN = 30;
    private static final int PICTURE = 110;

    private FormToolkit toolkit;
    private ScrolledForm form;
    /** The width of a column. */
    private int wide;

    private Composite head;
    private Label what;
    private IEditorPart editorBefore;

    @Override
    public void createPartControl(Composite parent) {
        editorBefore = getIntroSite().getPage().getActiveEditor();
        toolkit = new FormToolkit(parent.getDisplay());
        wide = new PixelConverter(parent).convertWidthInCharsToPixels(COLUMN_CHARACTERS);
        toolkit.setBackground(parent.getBackground());
        form = toolkit.createScrolledForm(parent);
        Composite body = form.getBody();
        GridLayoutFactory.swtDefaults().margins(MARGIN, 20).spacing(0, 20).applyTo(body);
        Composite page = toolkit.createComposite(body);
        form.addListener(SWT.Resize, event -> fit(page));
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(44, 26).applyTo(page);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .align(SWT.CENTER, SWT.CENTER)
                .applyTo(page);
        createHead(page);
        List<Composite> columns = List.of(column(page), column(page), column(page));
        createStart(section(columns.get(0), Messages.welcomeStart));
        createLearn(section(columns.get(1), Messages.welcomeLearn));
        createExamples(columns);
    }

    /** Takes as many columns as there is room for. */
    private void fit(Composite page) {
        GridLayout layout = (GridLayout) page.getLayout();
        int room = form.getClientArea().width - 2 * MARGIN + layout.horizontalSpacing;
        int columns = Math.clamp(room / (wide + layout.horizontalSpacing), 1, COLUMNS);
        if (columns != layout.numColumns) {
            layout.numColumns = columns;
            ((GridData) head.getLayoutData()).horizontalSpan = columns;
            ((GridData) what.getLayoutData()).widthHint = columns == 1 ? wide - PICTURE : 2 * wide;
            form.reflow(true);
        }
    }

    private void createHead(Composite page) {
        head = toolkit.createComposite(page);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(24, 4).applyTo(head);
        GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(head);
        Label picture = toolkit.createLabel(head, "");
        picture.setImage(Images.image("gidn128.png"));
        GridDataFactory.fillDefaults().span(1, 3).applyTo(picture);
        Label name = toolkit.createLabel(head, Messages.productName);
        name.setFont(JFaceResources.getFont(Ids.WELCOME_FONT));
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.END)
                .grab(false, true)
                .applyTo(name);
        what = toolkit.createLabel(head, Messages.welcomeWhat, SWT.WRAP);
        GridDataFactory.fillDefaults().hint(2 * wide, SWT.DEFAULT).applyTo(what);
        Button run = toolkit.createButton(head, Messages.welcomeRun, SWT.PUSH);
        run.setImage(Images.image(Images.RUN));
        run.setToolTipText(Messages.welcomeRunHint);
        run.addListener(SWT.Selection, event -> leave(() -> Examples.open(window(), Examples.FIRST, true)));
        GridDataFactory.swtDefaults()
                .indent(0, 8)
                .grab(false, true)
                .align(SWT.BEGINNING, SWT.BEGINNING)
                .applyTo(run);
    }

    private Composite column(Composite page) {
        Composite column = toolkit.createComposite(page);
        GridLayoutFactory.fillDefaults().spacing(0, 26).applyTo(column);
        GridDataFactory.fillDefaults().hint(wide, SWT.DEFAULT).applyTo(column);
        return column;
    }

    private Composite section(Composite column, String title) {
        Composite section = toolkit.createComposite(column);
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(section);
        GridDataFactory.fillDefaults().hint(wide, SWT.DEFAULT).applyTo(section);
        Label label = toolkit.createLabel(section, title);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.HEADER_FONT));
        Label line = new Label(section, SWT.SEPARATOR | SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        return section;
    }

    private void createStart(Composite column) {
        link(
                column,
                Images.NEW_EXPERIMENT,
                Messages.welcomeNew,
                Messages.welcomeNewHint,
                command(Commands.NEW_EXPERIMENT));
        link(column, Images.FOLDER, Messages.welcomeOpen, Messages.welcomeOpenHint, command(Commands.OPEN_FOLDER));
        link(column, Images.PROJECT, Messages.welcomeWorkbench, Messages.welcomeWorkbenchHint, () -> {});
    }

    private void createLearn(Composite column) {
        link(column, "next.svg", Messages.welcomeSteps, Messages.welcomeStepsHint, () -> new OpenCheatSheetAction(
                        Ids.FIRST_EXPERIMENT)
                .run());
        link(column, "report.svg", Messages.welcomeGuide, Messages.welcomeGuideHint, command(Commands.GUIDE));
    }

    /** The groups of examples, that of the first one in the last column, and each other one where there is most room left. */
    private void createExamples(List<Composite> columns) {
        Composite shortest = columns.get(columns.size() - 1);
        for (List<Example> group : Examples.groups()) {
            String title = group.get(0).group();
            Composite section = section(shortest, title.isEmpty() ? Messages.welcomeExamples : title);
            for (Example example : group) {
                ImageHyperlink link = link(
                        section,
                        Images.EXPERIMENT,
                        example.name(),
                        null,
                        () -> Examples.open(window(), example.id(), false));
                link.setToolTipText(example.description());
            }
            shortest = columns.stream()
                    .min(Comparator.comparing(column -> column.computeSize(wide, SWT.DEFAULT).y))
                    .orElseThrow();
        }
    }

    /** A link, and below it what it leads to. */
    private ImageHyperlink link(Composite column, String image, String text, String explanation, Runnable action) {
        ImageHyperlink link = toolkit.createImageHyperlink(column, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(wide, SWT.DEFAULT).applyTo(link);
        link.setImage(Images.image(image));
        link.setText(text);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                leave(action);
            }
        });
        if (explanation != null) {
            Label label = toolkit.createLabel(column, explanation, SWT.WRAP);
            GridDataFactory.fillDefaults()
                    .indent(22, -8)
                    .hint(wide - 22, SWT.DEFAULT)
                    .applyTo(label);
        }
        return link;
    }

    private Runnable command(String id) {
        return () -> Commands.execute(window(), id);
    }

    /** Shows the workbench, then does what was chosen. */
    private void leave(Runnable action) {
        IWorkbenchWindow window = window();
        PlatformUI.getWorkbench().getIntroManager().closeIntro(this);
        window.getShell().getDisplay().asyncExec(action);
    }

    private IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow();
    }

    @Override
    public void standbyStateChanged(boolean standby) {
        // The page reads the same in a corner of the window.
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    /** Opens anew what was opened behind this page: the platform would not lay it out. */
    private void showEditor() {
        IWorkbenchPage page = window() == null ? null : window().getActivePage();
        IEditorPart editor = page == null ? null : page.getActiveEditor();
        if (editor != null && editor != editorBefore && !editor.isDirty()) {
            IEditorInput input = editor.getEditorInput();
            page.closeEditor(editor, false);
            try {
                page.openEditor(input, Ids.EDITOR);
            } catch (PartInitException e) {
                Platform.getLog(WelcomePart.class).log(e.getStatus());
            }
        }
    }

    @Override
    public void dispose() {
        toolkit.dispose();
        Display display = getIntroSite().getShell().getDisplay();
        display.asyncExec(() -> {
            if (PlatformUI.isWorkbenchRunning()) {
                showEditor();
            }
        });
        super.dispose();
    }
}
