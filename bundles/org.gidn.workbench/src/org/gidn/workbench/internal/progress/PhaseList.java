// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.progress;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.gidn.experiments.run.Progress;
import org.gidn.experiments.text.Said;
import org.gidn.workbench.internal.Messages;

/** The stretches of work of a run: what was done and how long it took; for the one under way how far it is and how fast. */
public final class PhaseList extends Composite {
    private static final int PARTS = 1000;
    private static final int LEAST_WIDTH = 105;
    private static final int LEAST_TIME = 50;

    private final List<Row> rows = new ArrayList<>();
    private final Composite table;
    private final Composite now;
    private final ProgressBar bar;
    private final Label rate;

    /** A list without any. */
    public PhaseList(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(this);
        table = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 5).applyTo(table);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        now = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(now);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(now);
        bar = new ProgressBar(now, SWT.HORIZONTAL | SWT.SMOOTH);
        bar.setMaximum(PARTS);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(bar);
        rate = figure(now, LEAST_WIDTH);
        now.setVisible(false);
    }

    /** The number of rows. */
    int rows() {
        return rows.size();
    }

    /**
     * Shows stretches of work.
     *
     * @param current name of the one under way; null if there is none
     */
    public void show(List<Progress> phases, String current) {
        while (rows.size() > phases.size()) {
            rows.remove(rows.size() - 1).dispose();
        }
        while (rows.size() < phases.size()) {
            rows.add(new Row(table));
        }
        now.setVisible(false);
        for (int i = 0; i < phases.size(); i++) {
            boolean underWay = phases.get(i).name().equals(current);
            rows.get(i).show(phases.get(i), underWay);
            if (underWay) {
                showNow(phases.get(i));
            }
        }
    }

    private void showNow(Progress progress) {
        double share = progress.share();
        now.setVisible(true);
        bar.setSelection(Double.isNaN(share) ? 0 : (int) (PARTS * share));
        setFigure(
                rate,
                progress.rate() > 0 ? NLS.bind(Messages.phaseRate, progress.rateText(), Said.of(progress.unit())) : "");
    }

    private static void set(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text);
        }
    }

    private static Label figure(Composite parent, int width) {
        Label label = new Label(parent, SWT.RIGHT);
        GridDataFactory.fillDefaults()
                .align(SWT.END, SWT.CENTER)
                .hint(width, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    /** Makes room for what a figure says; never takes it away again, so that figures that change do not move about. */
    private static void setFigure(Label label, String text) {
        set(label, text);
        GridData data = (GridData) label.getLayoutData();
        int width = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
        if (width > data.widthHint) {
            data.widthHint = width;
            label.requestLayout();
        }
    }

    private static final class Row {
        private final Label name;
        private final Label steps;
        private final Label time;

        Row(Composite parent) {
            name = new Label(parent, SWT.NONE);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
            steps = figure(parent, LEAST_WIDTH);
            time = figure(parent, LEAST_TIME);
        }

        void show(Progress progress, boolean underWay) {
            String said = Said.of(progress.name());
            set(name, Character.toUpperCase(said.charAt(0)) + said.substring(1));
            setFigure(steps, Said.counted(progress.done(), progress.unit()));
            boolean known = underWay && !Double.isNaN(progress.remaining());
            setFigure(
                    time,
                    known
                            ? NLS.bind(Messages.phaseLeft, Progress.time(progress.remaining()))
                            : Progress.time(progress.seconds()));
            name.setToolTipText(progress.note().isEmpty() ? null : progress.note());
        }

        void dispose() {
            name.dispose();
            steps.dispose();
            time.dispose();
        }
    }
}
