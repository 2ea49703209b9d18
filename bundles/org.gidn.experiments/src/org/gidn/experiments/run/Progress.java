// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.time.Duration;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.text.Count;
import org.gidn.experiments.internal.Messages;
import org.gidn.experiments.text.Said;

/**
 * How far a stretch of work has come.
 *
 * @param name what happens, e.g. {@code training the predictor}
 * @param unit what a step is, in the plural
 * @param done steps done
 * @param total number of steps, or −1 if unknown
 * @param seconds time since it began
 * @param rate steps a second at present; NaN as long as nothing is known
 * @param remaining the time that is left, in seconds; NaN if it cannot be told
 * @param note a short text of the method's own, or {@code ""}
 * @since 1.0
 */
public record Progress(
        String name, String unit, long done, long total, double seconds, double rate, double remaining, String note) {
    /** What a stretch of work that has ended took. */
    public static Progress ended(String name, String unit, long steps, double seconds) {
        return new Progress(name, unit, steps, steps, seconds, Double.NaN, Double.NaN, "");
    }

    /** The share that is done, 0 … 1; NaN if it cannot be told. */
    public double share() {
        return total <= 0 ? Double.NaN : Math.min(1, done / (double) total);
    }

    /** The rate for the user, as soon as it is known, e.g. {@code 0.22}, {@code 41} or {@code 1,240}. */
    public String rateText() {
        return String.format(Locale.ROOT, rate < 10 ? "%.2g" : "%,.0f", rate);
    }

    /** One line for the user, e.g. {@code training the predictor: 320 of 1,250 epochs, 41 a second, 23 s left}. */
    public String text() {
        String text = total < 0
                ? NLS.bind(Messages.progressCount, Said.of(name), Said.counted(done, unit))
                : NLS.bind(
                        Messages.progressOf, new Object[] {Said.of(name), Count.of(done), Said.counted(total, unit)});
        if (rate > 0) {
            text = NLS.bind(Messages.progressRate, text, rateText());
        }
        if (!Double.isNaN(remaining)) {
            text = NLS.bind(Messages.progressLeft, text, time(remaining));
        }
        return note.isEmpty() ? text : text + ", " + note;
    }

    /** A time for the user, e.g. {@code 0.4 s}, {@code 23 s}, {@code 3 min 20 s} or {@code 5 h 12 min}. */
    public static String time(double seconds) {
        if (seconds < 9.95) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        Duration duration = Duration.ofSeconds(Math.round(seconds));
        if (duration.toMinutes() == 0) {
            return duration.toSeconds() + " s";
        }
        return duration.toHours() == 0
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
