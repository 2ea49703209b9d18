// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gidn.experiments.project.RunResults.Statistics;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.views.GridCell;

/** How good the samples are and how good the inverse designs, side by side, in the measures of the paper's Table S2. */
final class StatisticsTable extends Composite {
    private final Row samples;
    private final Row inverse;

    StatisticsTable(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(7).spacing(10, 4).applyTo(this);
        for (String name : new String[] {
            "",
            Messages.statisticsBest,
            Messages.statisticsTopPercent,
            Messages.statisticsTopTenth,
            Messages.statisticsMean,
            Messages.statisticsTotal,
            Messages.statisticsDistinct
        }) {
            Label label = new Label(this, SWT.RIGHT);
            label.setText(name);
            label.setFont(JFaceResources.getFontRegistry().getItalic(JFaceResources.DEFAULT_FONT));
            GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(label);
        }
        samples = new Row(Messages.statisticsSamples);
        inverse = new Row(Messages.statisticsInverse);
        setVisible(false);
    }

    /** Shows both; null for what there is not. */
    void show(Statistics ofSamples, Statistics ofInverse) {
        samples.show(ofSamples);
        inverse.show(ofInverse);
        setVisible(ofSamples != null || ofInverse != null);
    }

    /** What is said of some designs; takes no room where there are none. */
    private final class Row {
        private final List<Label> cells = new ArrayList<>();

        Row(String name) {
            Label label = new Label(StatisticsTable.this, SWT.NONE);
            label.setText(name);
            GridDataFactory.fillDefaults().applyTo(label);
            cells.add(label);
            for (int i = 0; i < 6; i++) {
                Label cell = new Label(StatisticsTable.this, SWT.RIGHT);
                GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(cell);
                cells.add(cell);
            }
        }

        void show(Statistics statistics) {
            for (Label cell : cells) {
                GridCell.show(cell, statistics != null);
            }
            if (statistics != null) {
                String[] texts = {
                    value(statistics.best()),
                    value(statistics.topPercent()),
                    value(statistics.topTenth()),
                    value(statistics.mean()),
                    String.format(Locale.ROOT, "%,d", statistics.total()),
                    String.format(Locale.ROOT, "%,d", statistics.distinct())
                };
                for (int i = 0; i < texts.length; i++) {
                    cells.get(1 + i).setText(texts[i]);
                }
            }
        }
    }

    private static String value(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }
}
