// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.gidn.experiments.catalogue.Example;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.welcome.Examples;
import org.gidn.workbench.internal.workspace.Projects;

/** The choice among the examples, and the name of the new project. */
final class ExamplePage extends WizardPage {
    private TableViewer examples;
    private Label description;
    private Text name;
    private boolean named;

    ExamplePage() {
        super("example", Messages.exampleWizardTitle, Images.descriptor("gidn64.png"));
        setDescription(Messages.exampleWizardDescription);
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(12, 12)
                .spacing(8, 10)
                .applyTo(page);
        examples = new TableViewer(page, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL);
        examples.setContentProvider(ArrayContentProvider.getInstance());
        examples.setLabelProvider(new LabelProvider() {
            @Override
            public String getText(Object element) {
                return ((Example) element).name();
            }

            @Override
            public Image getImage(Object element) {
                return Images.image(Images.EXPERIMENT);
            }
        });
        Named.name(examples.getTable(), this::getTitle);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(2, 1)
                .hint(520, 300)
                .applyTo(examples.getControl());
        description = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(520, 54)
                .applyTo(description);
        Label label = new Label(page, SWT.NONE);
        label.setText(Messages.projectName);
        name = new Text(page, SWT.BORDER);
        Named.name(name, label);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        examples.addSelectionChangedListener(event -> chosen());
        examples.addDoubleClickListener(event -> {
            if (isPageComplete() && getWizard().performFinish()) {
                getShell().close();
            }
        });
        name.addListener(SWT.Modify, event -> check());
        name.addListener(SWT.KeyDown, event -> named = true);
        examples.setInput(Examples.installed());
        Object first = examples.getElementAt(0);
        if (first != null) {
            examples.setSelection(new StructuredSelection(first));
        }
        check();
        setErrorMessage(null);
        setControl(page);
    }

    private void chosen() {
        Example example = example();
        if (example != null) {
            description.setText(example.description());
            if (!named) {
                name.setText(Projects.freeName(example.id()));
            }
        }
        check();
    }

    private void check() {
        setErrorMessage(Projects.nameProblem(name.getText()).orElse(null));
        setPageComplete(example() != null && getErrorMessage() == null);
    }

    /** The example chosen; null if none is. */
    Example example() {
        return (Example) examples.getStructuredSelection().getFirstElement();
    }

    /** The name of the new project. */
    String projectName() {
        return name.getText();
    }
}
