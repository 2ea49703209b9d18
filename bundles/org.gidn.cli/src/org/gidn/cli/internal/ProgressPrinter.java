// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.Locale;
import org.gidn.core.text.Count;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.experiments.run.Progress;
import org.gidn.experiments.run.RunListener;

/** Shows how a run goes: a line drawn anew in place on a terminal, else a line every few seconds. */
final class ProgressPrinter implements RunListener {
    private static final long LINE_EVERY_NANOS = 5_000_000_000L;

    private final Output err;
    private final boolean terminal;
    private final double tellFrom;
    private long printed = System.nanoTime();
    private double best = Double.NaN;

    /**
     * @param tellFrom how long a stretch of work must take to be worth a line at its end, in seconds
     */
    ProgressPrinter(Session session, double tellFrom) {
        this.err = session.err();
        this.terminal = session.terminal();
        this.tellFrom = tellFrom;
    }

    @Override
    public void started(RunRecord run) {
        best = run.best();
        err.println(Printable.sentence("run " + run.number() + ", " + run.optimiser() + ", seed " + run.seed()));
    }

    @Override
    public void phaseStarted(Progress progress) {
        progress(progress);
    }

    @Override
    public void progress(Progress progress) {
        if (terminal) {
            err.clearLine();
            err.print(cut(Printable.sentence(line(progress))));
            err.flush();
        } else if (System.nanoTime() - printed > LINE_EVERY_NANOS) {
            printed = System.nanoTime();
            err.println(Printable.sentence(line(progress)));
        }
    }

    private String line(Progress progress) {
        String text = progress.text();
        return Double.isNaN(best) ? text : text + String.format(Locale.ROOT, "; best %.5g", best);
    }

    /** A line that is longer than the terminal is wide cannot be drawn over. */
    private static String cut(String line) {
        String columns = System.getenv("COLUMNS");
        int width = columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : 80;
        return line.length() < width ? line : line.substring(0, width - 2) + "…";
    }

    @Override
    public void phaseEnded(Progress progress) {
        printed = System.nanoTime();
        if (progress.seconds() < tellFrom) {
            clear();
            return;
        }
        tell(String.format(
                Locale.ROOT,
                "%s: %s in %s%s",
                progress.name(),
                Count.ofMany(progress.done(), progress.unit()),
                Progress.time(progress.seconds()),
                progress.note().isEmpty() ? "" : ", " + progress.note()));
    }

    @Override
    public void event(String message) {
        tell(message);
    }

    private void tell(String message) {
        clear();
        err.println(Printable.sentence(message));
    }

    @Override
    public void improved(FoundDesign design, long evaluations) {
        best = design.value();
    }

    @Override
    public void ended(RunRecord run) {
        clear();
    }

    private void clear() {
        if (terminal) {
            err.clearLine();
        }
    }
}
