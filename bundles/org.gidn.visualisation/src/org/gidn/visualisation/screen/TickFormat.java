package org.gidn.visualisation.screen;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;

/** Writes the labels of an axis. SWTChart reads each label back and shows dots for those that do not mean the value. */
final class TickFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;
    /** SWTChart cannot read an empty label back. */
    private static final String NOTHING = " ";

    private final transient DoubleFunction<String> writer;
    private final transient Map<String, Double> written = new HashMap<>();

    TickFormat(DoubleFunction<String> writer) {
        this.writer = writer;
    }

    @Override
    public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
        String label = writer.apply(number);
        if (label.isEmpty()) {
            label = NOTHING;
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
