// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.wizards;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.gidn.core.design.DesignTable;
import org.gidn.export.DesignFiles;
import org.gidn.workbench.internal.Failures;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;

/** Asks for a file with designs and their values, and shows its first rows. */
final class MeasuredPage extends WizardPage {
    private static final int MOST_ROWS = 50;
    private static final int WIDTH = 480;
    private static final int HEIGHT = 200;
    private static final int COLUMN = 110;

    private Text file;
    private Table preview;
    private Button outside;
    private DesignTable table;
    private int readings;

    MeasuredPage(String project) {
        super("measured");
        setTitle(NLS.bind(Messages.importMeasuredTitle, project));
        setDescription(Messages.importMeasuredMessage);
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(area);
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.importMeasuredFile);
        file = new Text(area, SWT.BORDER);
        Named.name(file, label);
        file.addListener(SWT.Modify, event -> read());
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(file);
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.importMeasuredBrowse);
        browse.addListener(SWT.Selection, event -> browse());
        preview = new Table(area, SWT.BORDER | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        preview.setHeaderVisible(true);
        Named.name(preview, () -> Messages.importMeasuredPreview);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .span(3, 1)
                .hint(WIDTH, HEIGHT)
                .applyTo(preview);
        outside = new Button(area, SWT.CHECK);
        outside.setText(Messages.importMeasuredOutside);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(outside);
        setControl(area);
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] {"*.csv;*.jsonl;*.h5", "*"});
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    /** Names a file, as typing its path does. */
    void choose(Path chosen) {
        file.setText(chosen.toString());
    }

    /** Reads the file in the background; the last one that was named counts. */
    private void read() {
        String path = file.getText().strip();
        int reading = ++readings;
        Display display = getShell().getDisplay();
        Job job = Job.create(Messages.importMeasuredReading, (ICoreRunnable) monitor -> {
            Runnable outcome = outcome(path);
            display.asyncExec(() -> {
                if (reading == readings && !preview.isDisposed()) {
                    outcome.run();
                }
            });
        });
        job.setSystem(true);
        job.schedule();
    }

    private Runnable outcome(String path) {
        if (path.isEmpty()) {
            return () -> show(null, null);
        }
        try {
            DesignTable read = DesignFiles.read(Path.of(path));
            return () -> show(read, null);
        } catch (Throwable e) {
            String sentence = Failures.sentence(e);
            return () -> show(null, sentence);
        }
    }

    private void show(DesignTable read, String problem) {
        table = read;
        setErrorMessage(problem);
        setMessage(
                read == null
                        ? Messages.importMeasuredMessage
                        : NLS.bind(
                                Messages.importMeasuredRows,
                                read.size(),
                                Path.of(file.getText().strip()).getFileName()));
        setPageComplete(read != null);
        preview.setRedraw(false);
        preview.removeAll();
        for (TableColumn column : preview.getColumns()) {
            column.dispose();
        }
        if (read != null) {
            for (String name : read.table().columns()) {
                TableColumn column = new TableColumn(preview, SWT.LEFT);
                column.setText(name);
                column.setWidth(COLUMN);
            }
            read.table().rows().stream().limit(MOST_ROWS).forEach(row -> new TableItem(preview, SWT.NONE)
                    .setText(row.cells().toArray(String[]::new)));
        }
        preview.setRedraw(true);
    }

    /** What is shown of the file, row by row. */
    List<List<String>> preview() {
        return List.of(preview.getItems()).stream()
                .map(item -> List.of(preview.getColumns()).stream()
                        .map(column -> item.getText(preview.indexOf(column)))
                        .toList())
                .toList();
    }

    DesignTable table() {
        return table;
    }

    Path file() {
        return Path.of(file.getText().strip());
    }

    /** Whether designs are kept that the problem does not allow. */
    boolean keepsOutside() {
        return outside.getSelection();
    }
}
