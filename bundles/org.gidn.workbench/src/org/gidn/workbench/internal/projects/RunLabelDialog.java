// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.projects;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.project.RunLabel;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.TabKey;
import org.gidn.workbench.internal.runs.RunNode;

/** Asks what is to be said of a run. */
public final class RunLabelDialog extends TitleAreaDialog {
    private static final int WIDTH = 420;
    private static final int NOTE_HEIGHT = 90;

    private final RunNode run;
    private Text name;
    private Text tags;
    private Text note;
    private Button star;
    private Button archived;
    private RunLabel label;

    public RunLabelDialog(Shell parent, RunNode run) {
        super(parent);
        this.run = run;
        this.label = run.label();
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        getShell().setText(Messages.labelTitle);
        setTitle(NLS.bind(Messages.runTitle, run.project().getName(), run.number()));
        setMessage(Messages.labelMessage);
        Composite fields = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(fields);
        name = text(fields, Messages.labelName, label.name(), SWT.BORDER);
        tags = text(fields, Messages.labelTags, String.join(" ", label.tags()), SWT.BORDER);
        tags.setMessage(Messages.labelTagsHint);
        note = text(fields, Messages.labelNote, label.note(), SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, NOTE_HEIGHT).applyTo(note);
        star = check(fields, Messages.labelStar, label.star());
        archived = check(fields, Messages.labelArchived, label.archived());
        return area;
    }

    private Text text(Composite parent, String said, String value, int style) {
        Label before = new Label(parent, SWT.NONE);
        before.setText(said);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(before);
        Text text = new Text(parent, style);
        text.setText(value);
        Named.name(text, before);
        TabKey.leaves(text);
        text.addListener(SWT.Modify, event -> validate());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(text);
        return text;
    }

    private Button check(Composite parent, String said, boolean value) {
        Button button = new Button(parent, SWT.CHECK);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        button.setText(said);
        button.setSelection(value);
        button.addListener(SWT.Selection, event -> validate());
        return button;
    }

    private void validate() {
        if (archived == null) {
            return;
        }
        String problem = null;
        try {
            List<String> words = Stream.of(tags.getText().split("[\\s,]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
            label = new RunLabel(name.getText(), note.getText(), words, star.getSelection(), archived.getSelection());
        } catch (InvalidInputException e) {
            problem = e.getMessage();
        }
        setErrorMessage(problem);
        getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
    }

    /** What is to be said. */
    public RunLabel label() {
        return label;
    }
}
