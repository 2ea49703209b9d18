// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.gidn.experiments.catalogue.Catalogue;
import org.gidn.experiments.text.Finding;
import org.gidn.workbench.internal.HelpContexts;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.Images;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.editor.ExperimentCheck;
import org.gidn.workbench.internal.editor.ExperimentCheck.Outcome;
import org.gidn.workbench.internal.editor.ExperimentModel;
import org.gidn.workbench.internal.editor.SettingRow;

/** A page of the wizard that fills in a part of the experiment file; says what is wrong with it while it is filled in. */
abstract class StepPage extends WizardPage {
    private static final int DELAY_MILLISECONDS = 200;
    private static final int WIDTH = 660;
    private static final int HEIGHT = 500;

    private final ExperimentModel model;
    private final Catalogue catalogue;
    private final Runnable check = this::check;
    private ScrolledForm form;
    private Composite body;
    private PreviewPane preview;
    private boolean touched;
    private FormToolkit toolkit;

    /**
     * How a page presents itself.
     *
     * @param title what is decided on it
     * @param hint one sentence
     * @param image its picture
     */
    record Step(String title, String hint, String image) {}

    StepPage(Step step, ExperimentModel model, Catalogue catalogue) {
        super(step.image(), step.title(), Images.descriptor(step.image()));
        setDescription(step.hint());
        this.model = model;
        this.catalogue = catalogue;
    }

    final ExperimentModel model() {
        return model;
    }

    final Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public final void createControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        toolkit.setBackground(parent.getBackground());
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
        form = toolkit.createScrolledForm(page);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(form);
        body = form.getBody();
        GridLayoutFactory.swtDefaults()
                .numColumns(SettingRow.COLUMNS)
                .margins(12, 12)
                .spacing(6, 8)
                .applyTo(body);
        createRows(body, toolkit);
        preview = new PreviewPane(page);
        setControl(page);
        HelpContexts.set(page, Ids.EXPERIMENT_WIZARD);
        fit();
        model.addListener(this::changed);
        check();
    }

    /** Makes the page's rows in a grid of {@link SettingRow#COLUMNS} columns. */
    abstract void createRows(Composite parent, FormToolkit formToolkit);

    /** Brings the rows in step with the file. */
    abstract void refresh();

    /** What else keeps the page from being complete; null if nothing does. */
    String ownProblem() {
        return null;
    }

    private void changed() {
        if (!body.isDisposed()) {
            touched = true;
            refresh();
            fit();
            body.getDisplay().timerExec(DELAY_MILLISECONDS, check);
        }
    }

    /** Lays the rows out anew. */
    final void fit() {
        form.reflow(true);
    }

    /** What the page says of the experiment beside its rows. */
    final String preview() {
        return preview.text();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            touched = false;
            lead();
        }
    }

    /** Leads to what most want next, as long as they have done nothing else on this page. */
    private void lead() {
        Button next = getShell().getDefaultButton();
        if (!touched && next != null && next.isEnabled()) {
            next.setFocus();
        }
    }

    /** Looks in the background whether the experiment could be run as it stands. */
    final void check() {
        if (body.isDisposed()) {
            return;
        }
        Display display = body.getDisplay();
        String text = model.text();
        Job job = Job.create(Messages.jobValidating, (ICoreRunnable) monitor -> {
            Outcome outcome = ExperimentCheck.of(catalogue, text);
            Preview found = outcome.problem() == null ? null : Preview.of(catalogue, outcome);
            display.asyncExec(() -> {
                if (!body.isDisposed() && text.equals(model.text())) {
                    show(outcome, found);
                }
            });
        });
        job.setSystem(true);
        job.schedule();
    }

    private void show(Outcome outcome, Preview found) {
        preview.show(found);
        shown(outcome);
        List<Finding> findings = outcome.findings();
        String own = ownProblem();
        setErrorMessage(
                own != null ? own : findings.isEmpty() ? null : findings.get(0).message());
        setPageComplete(getErrorMessage() == null);
        if (isCurrentPage()) {
            lead();
        }
    }

    /** Brings the page in step with what was found out about the experiment. */
    void shown(Outcome outcome) {}

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
