// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.tests;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.intro.IIntroManager;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.editor.ExperimentEditor;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.runs.RunQueue;
import org.gidn.workbench.internal.workspace.Projects;

/** Drives the workbench of this process as a user would: waits while its window lives, looks at it, tidies up. */
final class Window {
    /** Far more than anything here takes, so that it ends a test that hangs and nothing else. */
    private static final long PATIENCE = 1_000_000_000L * Integer.getInteger("gidn.patience", 120);

    private static final int PULSE_MILLISECONDS = 20;

    private static FirstStart firstStart;

    private Window() {}

    /**
     * What the workbench showed when it was started on an empty workspace.
     *
     * @param perspective identifier of its perspective
     * @param views identifiers of the views in it
     * @param projects what the workspace held
     * @param markers problems in them
     */
    record FirstStart(String perspective, List<String> views, List<IProject> projects, int markers) {}

    /** Waits until the workbench has started, and remembers how; whichever test comes first has to. */
    static FirstStart begin() throws CoreException {
        if (firstStart == null) {
            await("the example to open", () -> page().getActiveEditor() instanceof ExperimentEditor);
            photograph(window().getShell(), "first-start");
            IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
            firstStart = new FirstStart(
                    page().getPerspective().getId(),
                    Arrays.stream(page().getViewReferences())
                            .map(IViewReference::getId)
                            .toList(),
                    List.of(root.getProjects()),
                    root.findMarkers(Ids.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE).length);
            // The Welcome page would stand before all views.
            IIntroManager welcome = PlatformUI.getWorkbench().getIntroManager();
            welcome.closeIntro(welcome.getIntro());
            tidy();
        }
        return firstStart;
    }

    static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    /** What the workbench knows of runs. */
    static RunModel model() {
        return PlatformUI.getWorkbench().getService(RunModel.class);
    }

    static IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** All controls within another one, at any depth, those that are not seen included. */
    static List<Control> controls(Composite parent) {
        List<Control> all = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            all.add(child);
            if (child instanceof Composite composite) {
                all.addAll(controls(composite));
            }
        }
        return all;
    }

    /** Lets the window live until something is so. */
    static void await(String what, BooleanSupplier condition) {
        await(() -> what, condition);
    }

    /** @param what is waited for, and what there is instead */
    static void await(Supplier<String> what, BooleanSupplier condition) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        long end = System.nanoTime() + PATIENCE;
        Runnable pulse = () -> {};
        // A dialog nobody expects has an event loop of its own, which only a timer can end.
        Runnable guard = Window::closeDialog;
        display.timerExec((int) (PATIENCE / 1_000_000), guard);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what.get());
            }
            if (!display.readAndDispatch()) {
                display.timerExec(PULSE_MILLISECONDS, pulse);
                display.sleep();
            }
        }
        display.timerExec(-1, guard);
    }

    /** Lets the window do what is due at this moment. */
    static void draw() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        while (display.readAndDispatch()) {
            continue;
        }
        display.update();
    }

    /** Lets the window draw whatever is due within a while. */
    static void settle() {
        Display display = PlatformUI.getWorkbench().getDisplay();
        boolean[] over = new boolean[1];
        display.timerExec(300, () -> over[0] = true);
        await("the window to settle", () -> over[0]);
    }

    /** Lets the window live until what goes on in the background has come to an end and is drawn, as far as it ever does. */
    static void rest() {
        draw();
        settle();
        for (int i = 0; i < 20 && !Job.getJobManager().isIdle(); i++) {
            settle();
        }
        draw();
    }

    /** Makes a project with an experiment. */
    static IProject project(String name, String experiment) throws CoreException {
        return Projects.create(name, experiment, null);
    }

    /** Stops all runs, closes all editors and removes all projects. */
    static void tidy() {
        closeDialog();
        model().queue().stopAll();
        await("the runs to stop", () -> Job.getJobManager().find(RunQueue.class).length == 0);
        page().closeAllEditors(false);
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            model().focus().forget(project);
            await("the project to be deleted", () -> deleted(project));
        }
        settle();
    }

    /** A view that is still reading a store makes files beside it, so that its folder may not be empty for a moment. */
    private static boolean deleted(IProject project) {
        try {
            project.delete(IResource.ALWAYS_DELETE_PROJECT_CONTENT | IResource.FORCE, null);
            return true;
        } catch (CoreException e) {
            return false;
        }
    }

    private static Shell dialog() {
        for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
            if (shell.isVisible()
                    && shell != window().getShell()
                    && !shell.getText().isEmpty()) {
                return shell;
            }
        }
        return null;
    }

    private static void closeDialog() {
        Shell dialog = dialog();
        if (dialog != null) {
            dialog.close();
        }
    }

    /** Waits in the background for a dialog, looks at it and closes it; the list then holds its title. */
    static List<String> awaitDialog(String name) {
        List<String> titles = new ArrayList<>();
        Display display = PlatformUI.getWorkbench().getDisplay();
        Runnable look = new Runnable() {
            @Override
            public void run() {
                Shell dialog = dialog();
                if (dialog == null) {
                    display.timerExec(PULSE_MILLISECONDS, this);
                } else {
                    titles.add(dialog.getText());
                    photograph(dialog, name);
                    dialog.close();
                }
            }
        };
        display.timerExec(PULSE_MILLISECONDS, look);
        return titles;
    }

    /**
     * Waits in the background for dialogs, one after the other, and presses a button of each.
     *
     * @param buttons what stands on them
     * @param said receives what the dialogs say, a line each
     * @param over its only element becomes true when the last button has been pressed
     */
    static void answerDialogs(List<String> buttons, StringBuilder said, boolean[] over) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        Iterator<String> next = buttons.iterator();
        Runnable look = new Runnable() {
            @Override
            public void run() {
                Shell dialog = dialog();
                if (dialog != null) {
                    controls(dialog).stream()
                            .filter(control -> control instanceof Label label
                                    && !label.getText().isEmpty())
                            .forEach(label ->
                                    said.append(((Label) label).getText()).append('\n'));
                    press(dialog, next.next());
                }
                over[0] = !next.hasNext();
                if (!over[0]) {
                    display.timerExec(PULSE_MILLISECONDS, this);
                }
            }
        };
        display.timerExec(PULSE_MILLISECONDS, look);
    }

    private static void press(Shell dialog, String text) {
        controls(dialog).stream()
                .filter(control -> control instanceof Button button
                        && button.getText().replace("&", "").equals(text))
                .findFirst()
                .orElseThrow()
                .notifyListeners(SWT.Selection, new Event());
    }

    /** Keeps a picture of a window beside the test's reports, and returns it. */
    static ImageData photograph(Shell shell, String name) {
        rest();
        Rectangle area = shell.getClientArea();
        Image image = new Image(shell.getDisplay(), area.width, area.height);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        File folder = new File("target/screenshots");
        folder.mkdirs();
        loader.save(new File(folder, name + ".png").getPath(), SWT.IMAGE_PNG);
        return loader.data[0];
    }

    /** The colour that most of a picture has. */
    static RGB commonest(ImageData picture) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < picture.height; y++) {
            for (int x = 0; x < picture.width; x++) {
                counts.merge(picture.getPixel(x, y), 1, Integer::sum);
            }
        }
        return picture.palette.getRGB(
                Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey());
    }
}
