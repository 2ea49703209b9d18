// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.intro.IIntroManager;
import org.gidn.experiments.Overrides;
import org.gidn.workbench.internal.Ids;
import org.gidn.workbench.internal.gallery.GalleryView;
import org.gidn.workbench.internal.runs.RunModel;
import org.gidn.workbench.internal.workspace.Projects;

/** What a user sees and does, for a thread of its own: waits for windows, presses buttons, ticks items, takes pictures. */
final class Screen {
    /** Far more than anything here takes, so that it ends a story that has come to a halt and nothing else. */
    private static final long PATIENCE = 120_000_000_000L;

    private static final int PULSE_MILLISECONDS = 50;

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private final Path folder;

    Screen(Path folder) {
        this.folder = folder;
    }

    /** Asks the window's thread. */
    <T> T ask(Supplier<T> question) {
        return display.syncCall(question::get);
    }

    /** Lets the window's thread do something that may end only when a dialog is closed. */
    void begin(Runnable action) {
        display.asyncExec(action);
    }

    /** Waits until there is an answer other than null. */
    <T> T await(String what, Supplier<T> question) {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            T answer = ask(question);
            if (answer != null) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            pause(PULSE_MILLISECONDS);
        }
    }

    /** Leaves the window to itself for a while. */
    static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void awaitTrue(String what, BooleanSupplier condition) {
        await(what, () -> condition.getAsBoolean() ? Boolean.TRUE : null);
    }

    /** To be called on the window's thread. */
    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }

    /** What the workbench knows of runs. */
    static RunModel model() {
        return PlatformUI.getWorkbench().getService(RunModel.class);
    }

    /** The workbench's window. */
    Shell workbench() {
        return ask(() -> PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell());
    }

    /** Opens a view. */
    void show(String view) {
        ask(() -> {
            try {
                return page().showView(view);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
    }

    /** Runs a project's experiment, which is to end well. */
    void run(IProject project) {
        Job run = ask(() -> model().queue().start(project, Overrides.NONE));
        awaitTrue("the run of " + project.getName() + " to end", () -> run.getResult() != null);
        if (!run.getResult().isOK()) {
            throw new AssertionError(run.getResult().getMessage());
        }
    }

    /** Opens a project's experiment, which the Welcome page would hide, and waits for its editor. */
    FormEditor open(IProject project) {
        IIntroManager welcome = PlatformUI.getWorkbench().getIntroManager();
        // What it does when it closes comes before what is begun afterwards.
        ask(() -> welcome.closeIntro(welcome.getIntro()));
        begin(() -> {
            try {
                Projects.openExperiment(page(), project);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
        return await(
                "the editor of " + project.getName(),
                () -> page().getActiveEditor() instanceof FormEditor editor
                                && editor.getTitle().equals(project.getName())
                        ? editor
                        : null);
    }

    /** All is dark from the next start on. To be called on the window's thread. */
    @SuppressWarnings("restriction") // as the preference page does it; the platform has no API for it
    static void darken() {
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme("org.eclipse.e4.ui.css.theme.e4_dark", true);
    }

    /** Closes the workbench. */
    void leave() {
        begin(() -> PlatformUI.getWorkbench().close());
    }

    /** The windows that are open. To be called on the window's thread. */
    Shell[] windows() {
        return display.getShells();
    }

    /** Waits for a window whose title begins so. */
    Shell window(String title) {
        return await("window '" + title + "'", () -> Arrays.stream(display.getShells())
                .filter(shell -> shell.isVisible() && shell.getText().startsWith(title))
                .findFirst()
                .orElse(null));
    }

    /** Waits for a control. */
    <T extends Control> T control(Shell shell, Class<T> type, Predicate<T> wanted) {
        return await(type.getSimpleName() + " in '" + ask(shell::getText) + "'", () -> find(shell, type, wanted));
    }

    /** A visible control of a window; null if there is none. To be called on the window's thread. */
    static <T extends Control> T find(Composite parent, Class<T> type, Predicate<T> wanted) {
        if (parent.isDisposed()) {
            return null;
        }
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child) && child.isVisible() && wanted.test(type.cast(child))) {
                return type.cast(child);
            }
            T inner = child instanceof Composite composite ? find(composite, type, wanted) : null;
            if (inner != null) {
                return inner;
            }
        }
        return null;
    }

    /** Waits until a button can be pressed, and presses it. */
    void press(Shell shell, String label) {
        Button button = control(
                shell,
                Button.class,
                one -> one.isEnabled() && plain(one.getText()).startsWith(label));
        begin(() -> press(button));
    }

    /** To be called on the window's thread. */
    static void press(Button button) {
        if ((button.getStyle() & (SWT.CHECK | SWT.RADIO)) != 0) {
            button.setSelection(!button.getSelection());
        }
        button.notifyListeners(SWT.Selection, new Event());
    }

    /** Chooses from the menus of the workbench's window. */
    void choose(String... entries) {
        begin(() -> {
            Menu menu = workbench().getMenuBar();
            for (int i = 0; i + 1 < entries.length; i++) {
                menu = item(menu, entries[i]).getMenu();
                menu.notifyListeners(SWT.Show, new Event());
            }
            MenuItem chosen = item(menu, entries[entries.length - 1]);
            for (Menu shown = menu; shown != null && shown.getParentMenu() != null; shown = shown.getParentMenu()) {
                shown.notifyListeners(SWT.Hide, new Event());
            }
            chosen.notifyListeners(SWT.Selection, new Event());
        });
    }

    private static MenuItem item(Menu menu, String label) {
        return Arrays.stream(menu.getItems())
                .filter(item -> plain(item.getText()).startsWith(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no menu entry '" + label + "' in "
                        + Arrays.stream(menu.getItems()).map(MenuItem::getText).toList()));
    }

    /** Types into the field behind a label. */
    void type(Shell shell, String label, String text) {
        Label found = control(
                shell, Label.class, one -> plain(one.getText()).replace(":", "").equals(label));
        awaitTrue("the field behind '" + label + "'", () -> {
            Control[] row = found.getParent().getChildren();
            int index = Arrays.asList(row).indexOf(found) + 1;
            if (index < row.length && row[index] instanceof Text field) {
                field.setText(text);
                return true;
            }
            return false;
        });
    }

    /** Waits for a row of any table in a window. */
    void awaitRow(Shell shell, String label) {
        awaitTrue(
                "row '" + label + "'",
                () -> find(shell, Table.class, table -> Arrays.stream(table.getItems())
                                .anyMatch(row -> row.getText().startsWith(label)))
                        != null);
    }

    /** Waits for an item of any tree in a window. */
    TreeItem item(Shell shell, String label) {
        return await("item '" + label + "'", () -> {
            TreeItem[] found = new TreeItem[1];
            find(shell, Tree.class, tree -> {
                found[0] = item(tree.getItems(), label);
                return found[0] != null;
            });
            return found[0];
        });
    }

    private static TreeItem item(TreeItem[] items, String label) {
        for (TreeItem item : items) {
            TreeItem found = item.getText().startsWith(label) ? item : item(item.getItems(), label);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Ticks an item of a tree. */
    void tick(TreeItem item) {
        begin(() -> notify(item, true));
    }

    /** Selects an item of a tree. */
    void select(TreeItem item) {
        begin(() -> notify(item, false));
    }

    private static void notify(TreeItem item, boolean ticked) {
        Event event = new Event();
        event.item = item;
        if (ticked) {
            item.setChecked(true);
            event.detail = SWT.CHECK;
        } else {
            item.getParent().setSelection(item);
        }
        item.getParent().notifyListeners(SWT.Selection, event);
    }

    static String plain(String label) {
        return label.replace("&", "");
    }

    /** Waits until the best designs of a run are shown, e.g. of {@code kept, run 1}. */
    void awaitBestDesigns(String run) {
        awaitTrue(
                "the best designs of " + run,
                () -> page().findView(Ids.GALLERY) instanceof GalleryView gallery
                        && gallery.title().startsWith(run + ":"));
    }

    /** Keeps a picture of the whole screen. */
    void photograph(String name) {
        photograph(name, ask(display::getBounds));
    }

    /** Keeps a picture of a part of the screen. */
    void photograph(String name, Rectangle area) {
        ask(() -> {
            Image image = new Image(display, area.width, area.height);
            GC gc = new GC(display);
            gc.copyArea(image, area.x, area.y);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            image.dispose();
            loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
            return name;
        });
    }

    /** The titles of all windows, the labels of their buttons and the items of their trees, for who has to find out why a story failed. */
    String text() {
        return ask(() -> {
            StringBuilder text = new StringBuilder();
            for (Shell shell : display.getShells()) {
                if (shell.isVisible()) {
                    text.append(shell.getText()).append(":");
                    find(shell, Button.class, button -> {
                        text.append(" [").append(button.getText()).append(button.isEnabled() ? "]" : "] off");
                        return false;
                    });
                    find(shell, Tree.class, tree -> {
                        text.append(" tree ").append(Arrays.toString(tree.getItems()));
                        return false;
                    });
                    text.append('\n');
                }
            }
            return text.toString();
        });
    }
}
