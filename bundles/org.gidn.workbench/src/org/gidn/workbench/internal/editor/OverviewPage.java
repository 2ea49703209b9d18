package org.gidn.workbench.internal.editor;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.commands.Commands;
import org.gidn.workbench.internal.editor.ExperimentFields.Part;

/** The first page: what the experiment is, and the button to run it. */
final class OverviewPage extends ExperimentPage {
    OverviewPage(ExperimentEditor editor) {
        super(editor, "overview", Messages.pageOverview);
    }

    @Override
    void createSections(Composite body, FormToolkit toolkit) {
        Runnable heading = () -> getManagedForm()
                .getForm()
                .setText(editor().model().value(List.of("title")).orElse(getTitle()));
        heading.run();
        onRefresh(heading);
        Composite run = section(body, toolkit, Messages.sectionRun, null, 1);
        addLink(run, toolkit, Images.RUN, Messages.overviewRun, Commands.RUN);
        Label explained = toolkit.createLabel(run, Messages.overviewRunExplained, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(explained);

        Composite experiment = section(body, toolkit, Messages.sectionExperiment, null, SettingRow.COLUMNS);
        addFields(experiment, toolkit, ExperimentFields.GENERAL);
        addFields(experiment, toolkit, ExperimentFields.TROUBLE);

        Composite parts = section(body, toolkit, Messages.sectionParts, null, 2);
        addPart(parts, toolkit, Messages.pageProblem, ExperimentFields.EVALUATOR);
        addPart(parts, toolkit, Messages.pageMethod, ExperimentFields.OPTIMISER);
    }

    private void addLink(Composite parent, FormToolkit toolkit, String image, String text, String command) {
        ImageHyperlink link = toolkit.createImageHyperlink(parent, SWT.NONE);
        link.setText(text);
        link.setImage(Images.image(image));
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                Commands.execute(getSite(), command);
            }
        });
    }

    /** A line that names what is chosen for a part and leads to its page. */
    private void addPart(Composite parent, FormToolkit toolkit, String page, Part part) {
        ImageHyperlink link = toolkit.createImageHyperlink(parent, SWT.NONE);
        link.setText(page);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                editor().setActivePage(String.join(".", part.path()));
            }
        });
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(link);
        Label label = toolkit.createLabel(parent, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
        Runnable refresh = () -> label.setText(describe(part));
        refresh.run();
        onRefresh(refresh);
    }

    private String describe(Part part) {
        String id = editor().model().extension(part.path()).orElse("");
        return editor().catalogue().extensions(part.point()).stream()
                .filter(extension -> extension.id().equals(id))
                .map(extension -> extension.name() + ". " + extension.description())
                .findFirst()
                .orElse(id);
    }
}
