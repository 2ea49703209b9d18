// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.commands;

import java.util.List;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ListDialog;
import org.gidn.export.ExportFormat;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;

/** Asks in which format something is to be written; the one that was taken last is offered first. */
final class FormatDialog {
    private static String last = "";

    private FormatDialog() {}

    /** The format that the user chooses; null if none. */
    static ExportFormat ask(Shell shell, String title, List<ExportFormat> formats) {
        ListDialog dialog = new ListDialog(shell);
        dialog.setTitle(title);
        dialog.setMessage(Messages.exportFormat);
        dialog.setContentProvider(ArrayContentProvider.getInstance());
        dialog.setLabelProvider(LabelProvider.createTextProvider(FormatDialog::label));
        dialog.setInput(formats);
        dialog.setHelpAvailable(false);
        dialog.setInitialSelections(formats.stream()
                .filter(format -> format.id().equals(last))
                .findFirst()
                .orElse(formats.get(0)));
        dialog.create();
        Named.name(dialog.getTableViewer().getTable(), () -> Messages.exportFormat);
        if (dialog.open() != ListDialog.OK || dialog.getResult().length == 0) {
            return null;
        }
        ExportFormat chosen = (ExportFormat) dialog.getResult()[0];
        last = chosen.id();
        return chosen;
    }

    private static String label(Object format) {
        ExportFormat shown = (ExportFormat) format;
        return NLS.bind(Messages.exportFormatEntry, shown.name(), shown.suffix());
    }
}
