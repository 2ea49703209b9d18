package org.gidn.workbench.internal.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.gidn.experiments.run.Progress;
import org.gidn.workbench.internal.Messages;

/** The stretches of work of a run: what, how far, how fast, how long. */
final class PhaseList extends Composite {
    private static final int PARTS = 1000;

    private final List<Row> rows = new ArrayList<>();

    PhaseList(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 5).applyTo(this);
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
    void show(List<Progress> phases, String current) {
        while (rows.size() > phases.size()) {
            rows.remove(rows.size() - 1).dispose();
        }
        while (rows.size() < phases.size()) {
            rows.add(new Row(this));
        }
        for (int i = 0; i < phases.size(); i++) {
            rows.get(i).show(phases.get(i), phases.get(i).name().equals(current));
        }
    }

    private static final class Row {
        private final Label name;
        private final ProgressBar bar;
        private final Label steps;
        private final Label time;

        Row(Composite parent) {
            name = new Label(parent, SWT.NONE);
            bar = new ProgressBar(parent, SWT.HORIZONTAL | SWT.SMOOTH);
            bar.setMaximum(PARTS);
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(40, SWT.DEFAULT).applyTo(bar);
            steps = new Label(parent, SWT.RIGHT);
            GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(112, SWT.DEFAULT).applyTo(steps);
            time = new Label(parent, SWT.RIGHT);
            GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(120, SWT.DEFAULT).applyTo(time);
        }

        void show(Progress progress, boolean underWay) {
            set(name, Character.toUpperCase(progress.name().charAt(0)) + progress.name().substring(1));
            set(steps, String.format(Locale.ROOT, "%,d %s", progress.done(), progress.unit()));
            double share = progress.share();
            bar.setSelection(Double.isNaN(share) ? (underWay ? PARTS / 2 : PARTS) : (int) (PARTS * share));
            set(time, underWay ? rate(progress) : Progress.time(progress.seconds()));
            name.setToolTipText(progress.note().isEmpty() ? null : progress.note());
        }

        private static String rate(Progress progress) {
            if (!(progress.rate() > 0)) {
                return Progress.time(progress.seconds());
            }
            String rate = String.format(Locale.ROOT, progress.rate() < 10 ? "%.2g" : "%,.0f", progress.rate());
            return Double.isNaN(progress.remaining())
                    ? NLS.bind(Messages.phaseRate, rate)
                    : NLS.bind(Messages.phaseRateLeft, rate, Progress.time(progress.remaining()));
        }

        private static void set(Label label, String text) {
            if (!label.getText().equals(text)) {
                label.setText(text);
            }
        }

        void dispose() {
            name.dispose();
            bar.dispose();
            steps.dispose();
            time.dispose();
        }
    }
}
