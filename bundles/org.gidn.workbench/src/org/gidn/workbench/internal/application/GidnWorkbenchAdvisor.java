// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.properties.PropertyAdapters;
import org.gidn.workbench.internal.runs.RunModel;

/** Sets the workbench up: perspective, saved state, workspace. */
final class GidnWorkbenchAdvisor extends WorkbenchAdvisor {
    private static final int TICK_MILLISECONDS = 50;

    /** The pictures of the Problems view and of dialogs on projects, which the platform leaves to the application. */
    private static final Map<String, String> PLATFORM_IMAGES = Map.of(
            "IMG_OBJS_ERROR_PATH",
            "obj16/error_tsk.svg",
            "IMG_OBJS_WARNING_PATH",
            "obj16/warn_tsk.svg",
            "IMG_OBJS_INFO_PATH",
            "obj16/info_tsk.svg",
            "IMG_ETOOL_PROBLEMS_VIEW",
            "eview16/problems_view.svg",
            "IMG_ETOOL_PROBLEMS_VIEW_ERROR",
            "eview16/problems_view_error.svg",
            "IMG_ETOOL_PROBLEMS_VIEW_WARNING",
            "eview16/problems_view_warning.svg",
            "IMG_ETOOL_PROBLEMS_VIEW_INFO",
            "eview16/problems_view_info.svg",
            "IMG_ELCL_QUICK_FIX_ENABLED",
            "elcl16/smartmode_co.svg",
            "IMG_DLCL_QUICK_FIX_DISABLED",
            "dlcl16/smartmode_co.png",
            IDE.SharedImages.IMG_OBJ_PROJECT,
            "obj16/prj_obj.svg");

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        ExitNotice.install(configurer.getWorkbench().getDisplay(), model().queue());
        // The first that is registered answers, so that a project's properties are ours, not the platform's of a
        // folder.
        Platform.getAdapterManager().registerAdapters(new PropertyAdapters(), IProject.class);
        IDE.registerAdapters();
        PLATFORM_IMAGES.forEach((name, file) -> configurer.declareImage(
                name,
                ResourceLocator.imageDescriptorFromBundle("org.eclipse.ui.ide", "icons/full/" + file)
                        .orElseGet(ImageDescriptor::getMissingImageDescriptor),
                true));
        TrayDialog.setDialogHelpAvailable(false);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.PERSPECTIVE;
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    /**
     * Opens the windows as the platform does. It waits for them in {@code Display.sleep}, which can miss the only call that
     * would wake it (eclipse.platform.ui pull request 4297): about one start in thirty then stood still for six seconds. A
     * timer wakes it soon.
     */
    @Override
    public boolean openWindows() {
        Display display = Display.getCurrent();
        Runnable tick = new Runnable() {
            @Override
            public void run() {
                display.timerExec(TICK_MILLISECONDS, this);
            }
        };
        tick.run();
        try {
            return super.openWindows();
        } finally {
            if (!display.isDisposed()) {
                display.timerExec(-1, tick);
            }
        }
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WindowAdvisor(configurer);
    }

    @Override
    public void postStartup() {
        model().watch();
    }

    @Override
    public boolean preShutdown() {
        return RunningRuns.mayStop(model().queue());
    }

    @Override
    public void postShutdown() {
        model().deleted().purge();
        MultiStatus status = new MultiStatus(Ids.PLUGIN, IStatus.OK, "saving the workspace");
        try {
            status.merge(ResourcesPlugin.getWorkspace().save(true, new NullProgressMonitor()));
        } catch (CoreException e) {
            status.merge(Status.error(e.getMessage(), e));
        }
        if (!status.isOK()) {
            Platform.getLog(getClass()).log(status);
        }
    }

    private RunModel model() {
        return getWorkbenchConfigurer().getWorkbench().getService(RunModel.class);
    }
}
