// SPDX-License-Identifier: Apache-2.0
package org.gidn.acceptance.window;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.gidn.experiments.Overrides;
import org.gidn.workbench.internal.runs.RunQueue;
import org.gidn.workbench.internal.workspace.Projects;

/** A user installs a plug-in, uses it, updates it and removes it, all in the window. */
final class InstallStory implements Story {
    private static final String BUNDLE = "org.gidn.samples.evolution";
    private static final String METHOD = BUNDLE + ".differentialEvolution";
    private static final String FEATURE = "GIDN sample: differential evolution";
    private static final String EXPERIMENT = """
        format: 1
        problem: {evaluator: org.gidn.baselines.peaks}
        optimiser: {use: org.gidn.samples.evolution.differentialEvolution, population: 20, generations: 30}
        """;

    private final Screen screen;
    private final Path folder;
    /** Whether a question stood before what was installed; nobody has signed the plug-in. */
    private boolean asked;

    InstallStory(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public void play(int chapter) throws Exception {
        switch (chapter) {
            case 1 -> install();
            case 2 -> useAndUpdate();
            case 3 -> remove();
            default -> throw new AssertionError("started once too often");
        }
    }

    private void install() throws Exception {
        IProject project = Projects.create("evolve", EXPERIMENT, null);
        RunQueue runs = Screen.model().queue();
        screen.begin(() -> runs.start(project, Overrides.NONE));
        Shell refusal = screen.window("evolve");
        screen.photograph("1-not-installed");
        screen.press(refusal, "Install");
        Shell offered = screen.window("Install");
        screen.awaitRow(offered, FEATURE);
        screen.photograph("2-offered");
        screen.press(offered, "Cancel");
        screen.awaitTrue("the wizard to close", offered::isDisposed);

        screen.choose("Help", "Install New Software");
        Shell wizard = screen.window("Install");
        add(wizard, Files.readString(folder.resolve("site")));
        screen.press(wizard, "Group items by category");
        TreeItem feature = screen.item(wizard, FEATURE);
        screen.tick(feature);
        screen.photograph("3-available");
        carryOut(wizard, "4-install");
    }

    private void add(Shell wizard, String site) {
        screen.press(wizard, "Add...");
        Shell dialog = screen.window("Add Repository");
        screen.ask(() -> {
            Text[] last = new Text[1];
            Screen.find(dialog, Text.class, text -> {
                last[0] = text;
                return false;
            });
            last[0].setText(site);
            return site;
        });
        screen.press(dialog, "Add");
        screen.awaitTrue("the site to be added", dialog::isDisposed);
    }

    /** Goes through the pages of a wizard, trusts what it asks about, and restarts. */
    private void carryOut(Shell wizard, String picture) {
        screen.awaitTrue("the wizard to end", () -> {
            if (wizard.isDisposed()) {
                return true;
            }
            Button accept =
                    Screen.find(wizard, Button.class, button -> label(button).startsWith("I accept"));
            if (accept != null && !accept.getSelection()) {
                Screen.press(accept);
            }
            Button finish =
                    Screen.find(wizard, Button.class, button -> label(button).equals("Finish"));
            Button next =
                    Screen.find(wizard, Button.class, button -> label(button).startsWith("Next"));
            if (finish != null && finish.isEnabled()) {
                Screen.press(finish);
            } else if (next != null && next.isEnabled()) {
                screen.begin(() -> Screen.press(next));
            }
            return false;
        });
        Shell question = screen.await("the question about a restart", () -> {
            for (Shell shell : screen.windows()) {
                if (Screen.find(shell, Button.class, button -> label(button).startsWith("Restart Now")) != null) {
                    return shell;
                }
                trust(shell);
            }
            return null;
        });
        if (!asked) {
            throw new AssertionError("unsigned content was installed without a question");
        }
        screen.photograph(picture + "ed");
        screen.press(question, "Restart Now");
    }

    private void trust(Shell shell) {
        asked |= shell.getText().equals("Trust Artifacts");
        Button trust = Screen.find(shell, Button.class, button -> label(button).startsWith("Trust Selected"));
        if (trust == null) {
            return;
        }
        Button all = Screen.find(shell, Button.class, button -> label(button).startsWith("Select All"));
        if (all != null && !trust.isEnabled()) {
            Screen.press(all);
        }
        if (trust.isEnabled()) {
            screen.begin(() -> Screen.press(trust));
        }
    }

    private static String label(Button button) {
        return Screen.plain(button.getText());
    }

    private void useAndUpdate() throws Exception {
        IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("evolve");
        FormEditor editor = screen.open(project);
        screen.begin(() -> editor.setActivePage("optimiser"));
        screen.control(screen.workbench(), CCombo.class, combo -> Arrays.asList(combo.getItems())
                .contains("Differential evolution"));
        screen.photograph("5-in-the-editor");
        screen.run(project);
        URL reference = screen.ask(
                () -> PlatformUI.getWorkbench().getHelpSystem().resolve("/org.gidn.help/html/reference.html", true));
        try (InputStream page = reference.openStream()) {
            if (!new String(page.readAllBytes(), StandardCharsets.UTF_8).contains(METHOD)) {
                throw new AssertionError("the help does not explain " + METHOD);
            }
        }

        screen.choose("Help", "Install New Software");
        Shell wizard = screen.window("Install");
        add(wizard, Files.readString(folder.resolve("newer")));
        screen.press(wizard, "Cancel");
        screen.awaitTrue("the wizard to close", wizard::isDisposed);
        screen.choose("Help", "Check for Updates");
        Shell updates = screen.window("Available Updates");
        screen.photograph("6-updates");
        carryOut(updates, "7-updat");
    }

    private void remove() throws IOException {
        if (Platform.getBundle(BUNDLE).getVersion().getMinor() != 1) {
            throw new AssertionError("not updated: " + Platform.getBundle(BUNDLE));
        }
        screen.choose("Help", "About");
        Shell about = screen.window("About");
        screen.press(about, "Installation Details");
        Shell details = screen.window("GIDN Workbench Installation Details");
        screen.select(screen.item(details, FEATURE));
        screen.photograph("8-installed");
        screen.press(details, "Uninstall...");
        Shell wizard = screen.window("Uninstall");
        screen.press(wizard, "Finish");
        Shell question = screen.window("Software Updates");
        screen.press(question, "No");
        Files.writeString(folder.resolve("done"), "");
        screen.leave();
    }
}
