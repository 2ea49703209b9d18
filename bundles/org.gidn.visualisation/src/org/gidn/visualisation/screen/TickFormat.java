// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * Writes the labels of an axis. SWTChart reads each label back and shows dots in place of those that do not mean the tick's
 * value; so ticks without a label get different numbers of characters that have no width.
 */
final class TickFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;
    private static final String NO_WIDTH = "\u200B";
    /** Far more than an axis has ticks; the oldest labels are forgotten beyond. */
    private static final int MOST_LABELS = 200;

    private final transient DoubleFunction<String> writer;
    private final transient Map<String, Double> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > MOST_LABELS;
        }
    };
    private transient int unlabelled;

    TickFormat(DoubleFunction<String> writer) {
        this.writer = writer;
    }

    @Override
    public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
        String label = writer.apply(number);
        if (label.isEmpty()) {
            unlabelled = unlabelled % MOST_LABELS + 1;
            label = NO_WIDTH.repeat(unlabelled);
        }
        written.put(label, number);
        return target.append(label);
    }

    @Override
    public StringBuffer format(long number, StringBuffer target, FieldPosition position) {
        return format((double) number, target, position);
    }

    @Override
    public Number parse(String text, ParsePosition position) {
        position.setIndex(text.length());
        return written.getOrDefault(text, Double.NaN);
    }
}
