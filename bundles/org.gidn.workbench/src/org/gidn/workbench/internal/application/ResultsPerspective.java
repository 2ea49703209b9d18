// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.application;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.gidn.workbench.internal.Ids;

/** Room for results: designs and figures in large, below them how the runs went; no experiment is edited. */
public final class ResultsPerspective implements IPerspectiveFactory {
    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorAreaVisible(false);
        layout.addView(Ids.NAVIGATOR, IPageLayout.LEFT, 0.17f, editors);
        IFolderLayout inspector = layout.createFolder("inspector", IPageLayout.LEFT, 0.5f, editors);
        inspector.addView(Ids.INSPECTOR);
        inspector.addView(Ids.GALLERY);
        IFolderLayout runs = layout.createFolder("runs", IPageLayout.BOTTOM, 0.58f, "inspector");
        runs.addView(Ids.COMPARISON);
        runs.addView(Ids.DASHBOARD);
        runs.addView(IPageLayout.ID_PROP_SHEET);
        runs.addPlaceholder(Ids.LABORATORY);
        IFolderLayout values = layout.createFolder("values", IPageLayout.LEFT, 0.5f, editors);
        values.addView(Ids.HISTOGRAM);
        values.addView(Ids.CONVERGENCE);
        values.addPlaceholder(Ids.FIGURES + ".*");
        IFolderLayout predictor = layout.createFolder("predictor", IPageLayout.BOTTOM, 0.5f, "values");
        predictor.addView(Ids.PREDICTION);
        predictor.addView(Ids.RANKS);
        predictor.addView(Ids.TRAINING_LOSS);
        Perspective.addShortcuts(layout);
    }
}
