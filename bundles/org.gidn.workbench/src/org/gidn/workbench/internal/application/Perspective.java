// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import java.util.List;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.gidn.workbench.internal.Ids;

/**
 * Projects on the left, the experiment in the middle, its best designs on the right, how it went below. Where Welcome covers
 * all of it at a first start, the views are left out; {@link FirstStart} lets them follow.
 */
public final class Perspective implements IPerspectiveFactory {
    private static final List<String> SHORTCUTS = List.of(
            Ids.NAVIGATOR,
            Ids.GALLERY,
            Ids.INSPECTOR,
            Ids.DASHBOARD,
            Ids.COMPARISON,
            Ids.LABORATORY,
            Ids.CLUSTER,
            Ids.HISTOGRAM,
            Ids.CONVERGENCE,
            Ids.TRAINING_LOSS,
            Ids.PREDICTION,
            Ids.RANKS,
            Ids.PATHS,
            Ids.CURVES,
            Ids.NETWORKS,
            Ids.ANY_FIGURE,
            IPageLayout.ID_PROP_SHEET,
            IPageLayout.ID_PROBLEM_VIEW,
            IPageLayout.ID_PROGRESS_VIEW,
            Ids.ERROR_LOG);

    @Override
    public void createInitialLayout(IPageLayout layout) {
        if (!FirstStart.ahead()) {
            addViews(layout);
        }
        addShortcuts(layout);
    }

    private static void addViews(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView(Ids.NAVIGATOR, IPageLayout.LEFT, 0.2f, editors);
        IFolderLayout designs = layout.createFolder("designs", IPageLayout.RIGHT, 0.53f, editors);
        designs.addView(Ids.GALLERY);
        designs.addView(Ids.INSPECTOR);
        IFolderLayout progress = layout.createFolder("progress", IPageLayout.BOTTOM, 0.56f, editors);
        progress.addView(Ids.DASHBOARD);
        progress.addView(Ids.COMPARISON);
        progress.addView(IPageLayout.ID_PROBLEM_VIEW);
        progress.addView(IPageLayout.ID_PROGRESS_VIEW);
        progress.addPlaceholder(IPageLayout.ID_PROP_SHEET);
        progress.addPlaceholder(Ids.LABORATORY);
        progress.addPlaceholder(Ids.CLUSTER);
        IFolderLayout figures = layout.createFolder("figures", IPageLayout.BOTTOM, 0.56f, "designs");
        figures.addView(Ids.HISTOGRAM);
        figures.addView(Ids.CONVERGENCE);
        figures.addView(Ids.TRAINING_LOSS);
        figures.addView(Ids.PREDICTION);
        figures.addPlaceholder(Ids.FIGURES + ".*");
    }

    /** What the menu Window offers in every perspective. */
    static void addShortcuts(IPageLayout layout) {
        SHORTCUTS.forEach(layout::addShowViewShortcut);
        layout.addPerspectiveShortcut(Ids.PERSPECTIVE);
        layout.addPerspectiveShortcut(Ids.RESULTS_PERSPECTIVE);
    }
}
