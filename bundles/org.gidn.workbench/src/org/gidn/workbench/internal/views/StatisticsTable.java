package org.gidn.workbench.internal.views;

import java.util.Locale;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gidn.experiments.project.RunResults.Statistics;
import org.gidn.workbench.internal.Messages;

/** How good the samples are and how good the inverse designs, side by side, in the measures of the paper's Table S2. */
final class StatisticsTable extends Composite {
    private final Label[] samples = new Label[6];
    private final Label[] inverse = new Label[6];

    StatisticsTable(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(7).spacing(16, 4).applyTo(this);
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
        createRow(Messages.statisticsSamples, samples);
        createRow(Messages.statisticsInverse, inverse);
        setVisible(false);
    }

    private void createRow(String name, Label[] cells) {
        new Label(this, SWT.NONE).setText(name);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new Label(this, SWT.RIGHT);
            GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(cells[i]);
        }
    }

    /** Shows both; null for what there is not. */
    void show(Statistics ofSamples, Statistics ofInverse) {
        fill(samples, ofSamples);
        fill(inverse, ofInverse);
        setVisible(ofSamples != null || ofInverse != null);
    }

    private static void fill(Label[] cells, Statistics statistics) {
        set(cells[0], statistics, s -> value(s.best()));
        set(cells[1], statistics, s -> value(s.topPercent()));
        set(cells[2], statistics, s -> value(s.topTenth()));
        set(cells[3], statistics, s -> value(s.mean()));
        set(cells[4], statistics, s -> String.format(Locale.ROOT, "%,d", s.total()));
        set(cells[5], statistics, s -> String.format(Locale.ROOT, "%,d", s.distinct()));
    }

    private static void set(Label cell, Statistics statistics, Function<Statistics, String> text) {
        cell.setText(statistics == null ? "–" : text.apply(statistics));
    }

    private static String value(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4g", value);
    }
}
