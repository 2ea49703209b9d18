// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.about;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.about.InstallationPage;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;

/** The page of the installation's details that names our licence and those of all parts made by others. */
public final class LicencesPage extends InstallationPage {
    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        GridLayoutFactory.fillDefaults().margins(5, 5).applyTo(page);
        Link text = new Link(page, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(text);
        Optional<Path> list = ThirdParties.file();
        text.setText(list.isPresent() ? Messages.aboutLicences : Messages.aboutNoList);
        list.ifPresent(file -> {
            text.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                    e -> Program.launch(file.toUri().toString())));
            try {
                fill(table(page), file);
            } catch (IOException e) {
                text.setText(NLS.bind(Messages.aboutListUnreadable, file));
            }
        });
        setControl(page);
    }

    private static Table table(Composite page) {
        Table table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).hint(500, 300).applyTo(table);
        table.setHeaderVisible(true);
        Named.name(table, () -> Messages.aboutParts);
        for (String heading : new String[] {Messages.aboutPart, Messages.aboutVersion, Messages.aboutLicence}) {
            new TableColumn(table, SWT.NONE).setText(heading);
        }
        return table;
    }

    private static void fill(Table table, Path file) throws IOException {
        for (ThirdParties.Part part : ThirdParties.read(file)) {
            new TableItem(table, SWT.NONE).setText(new String[] {part.name(), part.version(), part.licence()});
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
    }
}
