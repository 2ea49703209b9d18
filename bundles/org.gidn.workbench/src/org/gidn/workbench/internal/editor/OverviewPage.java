// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import static org.gidn.workbench.internal.editor.ExperimentFields.EVALUATOR;
import static org.gidn.workbench.internal.editor.ExperimentFields.EXECUTOR;
import static org.gidn.workbench.internal.editor.ExperimentFields.OPTIMISER;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ImageHyperlink;
import org.gidn.core.settings.Parameter;
import org.gidn.workbench.internal.Commands;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
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
        addFields(experiment, toolkit, ExperimentFields.TITLE);

        Composite parts = section(body, toolkit, Messages.sectionParts, null, 2);
        addPart(parts, toolkit, Messages.pageProblem, PartPage.id(EVALUATOR), () -> describe(EVALUATOR));
        addPart(parts, toolkit, Messages.pageMethod, PartPage.id(OPTIMISER), () -> describe(OPTIMISER));
        addPart(parts, toolkit, Messages.pagePredictor, PredictorPage.ID, this::describePredictors);
        addPart(parts, toolkit, Messages.pageRun, PartPage.id(EXECUTOR), () -> describe(EXECUTOR));
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

    /** A line that says what is chosen on a page and leads there. */
    private void addPart(Composite parent, FormToolkit toolkit, String title, String page, Supplier<String> chosen) {
        Hyperlink link = toolkit.createHyperlink(parent, title, SWT.NONE);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent event) {
                editor().setActivePage(page);
            }
        });
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(link);
        Label label = toolkit.createLabel(parent, "", SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
        Runnable refresh = () -> label.setText(chosen.get());
        refresh.run();
        onRefresh(refresh);
    }

    private String describe(Part part) {
        return describe(part.path(), part.parameter());
    }

    private String describePredictors() {
        List<Parameter> predictors = editor().predictors();
        return predictors.isEmpty()
                ? Messages.predictorNone
                : predictors.stream()
                        .map(one -> describe(Vocabulary.longer(OPTIMISER.path(), one.name()), one))
                        .collect(Collectors.joining("\n"));
    }

    private String describe(List<String> path, Parameter part) {
        String id = editor().model()
                .extension(path)
                .or(() -> Optional.ofNullable(part.defaultValue()))
                .orElse("");
        return editor().catalogue().extensions(part.point()).stream()
                .filter(extension -> extension.id().equals(id))
                .map(extension -> extension.name() + ". " + extension.description())
                .findFirst()
                .orElse(id);
    }
}
