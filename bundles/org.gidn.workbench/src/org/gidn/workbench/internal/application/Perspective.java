package org.gidn.workbench.internal.application;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.gidn.workbench.internal.Ids;

/** Projects on the left, the experiment in the middle, its best designs on the right, how it went below. */
public final class Perspective implements IPerspectiveFactory {
    @Override
    public void createInitialLayout(IPageLayout layout) {
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
        IFolderLayout figures = layout.createFolder("figures", IPageLayout.BOTTOM, 0.56f, "designs");
        figures.addView(Ids.HISTOGRAM);
        figures.addView(Ids.CONVERGENCE);
        figures.addView(Ids.TRAINING_LOSS);
        figures.addView(Ids.PREDICTION);
        figures.addPlaceholder(Ids.FIGURES + ".*");
    }
}
