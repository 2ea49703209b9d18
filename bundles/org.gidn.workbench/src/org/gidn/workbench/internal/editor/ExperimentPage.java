// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.action.ContributionManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.menus.IMenuService;
import org.eclipse.ui.themes.IThemeManager;
import org.gidn.experiments.catalogue.Points;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.editor.ExperimentFields.Part;

/** A page of the experiment editor that shows the file as a form. */
abstract class ExperimentPage extends FormPage {
    private final List<Runnable> refreshes = new ArrayList<>();
    private final List<Composite> contents = new ArrayList<>();
    private final Runnable listener = this::refresh;

    ExperimentPage(ExperimentEditor editor, String id, String title) {
        super(editor, id, title);
    }

    /** Makes the sections of the page. */
    abstract void createSections(Composite body, FormToolkit toolkit);

    @Override
    protected final void createFormContent(IManagedForm managed) {
        ScrolledForm form = managed.getForm();
        FormToolkit toolkit = managed.getToolkit();
        toolkit.decorateFormHeading(form.getForm());
        form.setText(getTitle());
        HelpContexts.set(form, Ids.EDITOR);
        Composite body = form.getBody();
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(20, 14).applyTo(body);
        createSections(body, toolkit);
        keepBackgrounds(body);
        getSite()
                .getService(IMenuService.class)
                .populateContributionManager(
                        (ContributionManager) form.getToolBarManager(), "toolbar:org.gidn.workbench.form");
        form.updateToolBar();
        editor().model().addListener(listener);
    }

    /** A change of theme takes the sections' content its background; the picture behind their titles would show instead. */
    private void keepBackgrounds(Composite body) {
        IThemeManager themes = PlatformUI.getWorkbench().getThemeManager();
        IPropertyChangeListener restore =
                event -> contents.forEach(content -> content.setBackground(body.getBackground()));
        themes.addPropertyChangeListener(restore);
        body.addDisposeListener(event -> themes.removePropertyChangeListener(restore));
    }

    final ExperimentEditor editor() {
        return (ExperimentEditor) getEditor();
    }

    /** A titled section over the width of the page; returns where its content goes, in a grid. */
    final Composite section(Composite parent, FormToolkit toolkit, String title, String description, int columns) {
        int style = ExpandableComposite.TITLE_BAR | (description == null ? 0 : Section.DESCRIPTION);
        Section section = toolkit.createSection(parent, style);
        section.setText(title);
        if (description != null) {
            section.setDescription(description);
        }
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.BEGINNING)
                .applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults()
                .numColumns(columns)
                .spacing(6, 6)
                .margins(6, 8)
                .applyTo(client);
        section.setClient(client);
        contents.add(client);
        return client;
    }

    /** A section for an exchangeable part with all its settings but the predictors, which have a page of their own. */
    final void addPart(Composite body, FormToolkit toolkit, Part part) {
        Composite client = section(body, toolkit, Words.of(part.name()), Messages.partDescription, SettingRow.COLUMNS);
        ExtensionRows rows = new ExtensionRows(
                client,
                toolkit,
                editor().model(),
                editor().catalogue(),
                part.path(),
                part.parameter(),
                Points.PREDICTORS);
        onRefresh(rows::refresh);
    }

    /** Settings of the experiment itself, a row each. */
    final void addFields(Composite parent, FormToolkit toolkit, List<ExperimentFields.Field> fields) {
        for (ExperimentFields.Field field : fields) {
            SettingRow row = new SettingRow(parent, toolkit, editor().model(), field.path(), field.parameter());
            onRefresh(row::refresh);
        }
    }

    /** Registers what brings a part of the page in step with the file. */
    final void onRefresh(Runnable refresh) {
        refreshes.add(refresh);
    }

    private void refresh() {
        if (getManagedForm() != null
                && !getManagedForm().getForm().isDisposed()
                && editor().model().readable()) {
            refreshes.forEach(Runnable::run);
            getManagedForm().reflow(true);
        }
    }

    @Override
    public void dispose() {
        if (editor().model() != null) {
            editor().model().removeListener(listener);
        }
        super.dispose();
    }
}
