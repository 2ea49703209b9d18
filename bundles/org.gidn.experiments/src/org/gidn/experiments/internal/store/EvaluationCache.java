// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.internal.store;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignIndex;

/**
 * The objective values of all designs that one evaluator is known to have evaluated; which of them a run has spent an
 * evaluation on; and in which of its sets they are stored.
 */
public final class EvaluationCache {
    private final int objectives;
    private final DesignIndex index = new DesignIndex();
    private final BitSet known = new BitSet();
    private final BitSet spent = new BitSet();
    private final LongSet entries = new LongSet();
    private final Map<Integer, Place> gradients = new HashMap<>();
    private final Map<Integer, String> failures = new HashMap<>();
    private double[] values = new double[1 << 10];

    public EvaluationCache(int objectives) {
        this.objectives = objectives;
    }

    /** Where an evaluation is stored. */
    record Place(long set, long position) {}

    /** The number by which this cache knows a design; a new one if it is new. */
    public int number(DesignBatch designs, int design) {
        int number = index.add(designs, design);
        if ((number + 1) * objectives > values.length) {
            values = Arrays.copyOf(values, Math.max((number + 1) * objectives, values.length * 2));
        }
        return number;
    }

    int outputs() {
        return objectives;
    }

    /** Whether the design has been evaluated. */
    public boolean known(int number) {
        return known.get(number);
    }

    public double value(int number, int objective) {
        return values[number * objectives + objective];
    }

    /** Keeps one value; a design is known from its first value on. */
    public void put(int number, int objective, double value) {
        values[number * objectives + objective] = value;
        known.set(number);
    }

    /** Why a design has no value, if people have told so. */
    public Optional<String> failure(int number) {
        return Optional.ofNullable(failures.get(number));
    }

    void fail(int number, String reason) {
        for (int objective = 0; objective < objectives; objective++) {
            put(number, objective, Double.NaN);
        }
        failures.put(number, reason);
    }

    /** Where the design's gradient is stored, if it is. */
    Optional<Place> gradient(int number) {
        return Optional.ofNullable(gradients.get(number));
    }

    void gradient(int number, Place place) {
        gradients.put(number, place);
    }

    /** Whether the run has spent an evaluation on the design. */
    public boolean spent(int number) {
        return spent.get(number);
    }

    public void spend(int number) {
        spent.set(number);
    }

    /** Notes that the design is stored in a set of the run; returns whether it was not there before. */
    public boolean enter(int number, long set) {
        return entries.add(set << 32 | number);
    }
}
