// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.plugins;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.operations.InstallOperation;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.ui.ProvisioningUI;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.gidn.plugins.Installation;
import org.gidn.plugins.Plugin;
import org.gidn.workbench.internal.Messages;

/** What an experiment needs and the product lacks: told in a sentence, and installed on the user's word. Thread-safe. */
public final class InstallOffer {
    private static final int INSTALL = 0;

    private final Set<Plugin> plugins = new LinkedHashSet<>();

    /** Where an extension is to be had; asks the update sites, so this is no work for the window's thread. */
    public String whereToGet(String extension) {
        return Installation.advice(extension, plugin -> {
            synchronized (plugins) {
                plugins.add(plugin);
            }
            return NLS.bind(Messages.extensionOffered, plugin.name(), plugin.site());
        });
    }

    /** Tells why an experiment cannot run, and offers to install what it lacks. */
    public void show(Shell shell, String title, String sentence) {
        Optional<Plugin> plugin;
        synchronized (plugins) {
            plugin = plugins.stream().findFirst();
        }
        if (plugin.isEmpty()) {
            MessageDialog.openError(shell, title, sentence);
            return;
        }
        MessageDialog dialog = new MessageDialog(
                shell,
                title,
                null,
                sentence,
                MessageDialog.ERROR,
                INSTALL,
                Messages.extensionInstall,
                IDialogConstants.CANCEL_LABEL);
        if (dialog.open() == INSTALL) {
            install(plugin.get());
        }
    }

    private static void install(Plugin plugin) {
        ProvisioningUI ui = ProvisioningUI.getDefaultUI();
        Job job = Job.create(NLS.bind(Messages.jobReadingSite, plugin.site()), (ICoreRunnable) monitor -> {
            Set<IInstallableUnit> units = units(ui, plugin, monitor);
            InstallOperation operation = ui.getInstallOperation(units, null);
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> ui.openInstallWizard(units, operation, null));
        });
        job.setUser(true);
        job.schedule();
    }

    private static Set<IInstallableUnit> units(ProvisioningUI ui, Plugin plugin, IProgressMonitor monitor)
            throws ProvisionException {
        return ui.loadMetadataRepository(plugin.site(), false, monitor)
                .query(QueryUtil.createLatestQuery(QueryUtil.createIUQuery(plugin.id() + ".feature.group")), monitor)
                .toUnmodifiableSet();
    }
}
