// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.comparison;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.gidn.experiments.project.RunRecord;
import org.gidn.experiments.run.Progress;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.runs.RunNode;

/**
 * A column of the table of runs.
 *
 * @param title what stands above it
 * @param text what it shows of a run
 * @param key what it is sorted by, and exported as
 */
record RunColumn(String title, Function<RunNode, String> text, Function<RunNode, Comparable<?>> key) {
    private static RunColumn of(String title, Function<RunNode, String> text) {
        return new RunColumn(title, text, text::apply);
    }

    static RunColumn method() {
        return of(Messages.propertiesMethod, run -> run.record().optimiser());
    }

    static RunColumn name() {
        return of(Messages.comparisonName, run -> run.label().name());
    }

    static RunColumn project() {
        return of(Messages.propertiesProject, run -> run.project().getName());
    }

    static RunColumn run() {
        return new RunColumn(Messages.comparisonRun, run -> Integer.toString(run.number()), RunNode::number);
    }

    static RunColumn state() {
        return of(Messages.comparisonState, run -> run.record().state().title());
    }

    static RunColumn best() {
        return number(Messages.comparisonBest, run -> run.record().best());
    }

    static RunColumn evaluations() {
        return new RunColumn(
                Messages.comparisonEvaluations,
                run -> String.format(Locale.ROOT, "%,d", run.record().evaluations()),
                run -> run.record().evaluations());
    }

    static RunColumn time() {
        return new RunColumn(
                Messages.comparisonTime,
                run -> Double.isNaN(seconds(run.record())) ? "" : Progress.time(seconds(run.record())),
                run -> seconds(run.record()));
    }

    /** A column of numbers, NaN for none. */
    static RunColumn number(String title, Function<RunNode, Double> value) {
        return new RunColumn(
                title,
                run -> Double.isNaN(value.apply(run)) ? "" : String.format(Locale.ROOT, "%.5g", value.apply(run)),
                value::apply);
    }

    static RunColumn setting(String path) {
        return new RunColumn(
                path,
                run -> Objects.toString(run.record().settingsByPath().get(path), ""),
                run -> sortKey(run.record().settingsByPath().get(path)));
    }

    private static Comparable<?> sortKey(Object value) {
        return value instanceof Number number ? (Comparable<?>) number.doubleValue() : Objects.toString(value, "");
    }

    private static double seconds(RunRecord run) {
        return run.finished() == null
                ? Double.NaN
                : (run.finished().toEpochMilli() - run.started().toEpochMilli()) / 1000.0;
    }

    /** The order of the runs by this column. */
    Comparator<RunNode> order() {
        return (a, b) -> compare(key.apply(a), key.apply(b));
    }

    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> a, Comparable<?> b) {
        return a.getClass() == b.getClass()
                ? ((Comparable<Object>) a).compareTo(b)
                : a.toString().compareTo(b.toString());
    }
}
