// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem;

/**
 * How a crack has grown through a plate whose far edges were pulled apart ever further: row by row, each at the displacement at which the
 * energy released by its parting is what parting it takes. State i is the plate with i more rows parted; the last is the plate in two.
 *
 * @param stiffness force over the displacement of the far edge, one a state; 0 in the last
 * @param mouth opening of the crack's mouth over the displacement of the far edge, one a state
 * @param held displacement of the far edge at which each state but the last ends; never less than that of the one before, for a row
 *     may part at less than it took to part the row before
 */
record Growth(double[] stiffness, double[] mouth, double[] held) {
    /**
     * Grows the crack.
     *
     * @param energy what parting the next row of each state but the last takes
     * @return null if parting a row would release no energy
     */
    static Growth of(double[] stiffness, double[] mouth, double[] energy) {
        double[] held = new double[energy.length];
        double most = 0;
        for (int i = 0; i < held.length; i++) {
            double released = (stiffness[i] - stiffness[i + 1]) / 2;
            if (!(released > 0)) {
                return null;
            }
            most = Math.max(most, Math.sqrt(energy[i] / released));
            held[i] = most;
        }
        return new Growth(stiffness, mouth, held);
    }

    int states() {
        return stiffness.length;
    }

    /** The displacement of the far edge at which a state began. */
    double begun(int state) {
        return state == 0 ? 0 : held[state - 1];
    }

    /** The force at the end of a state. */
    double load(int state) {
        return stiffness[state] * held[state];
    }

    /** The state at whose end the force is greatest. */
    int peak() {
        int peak = 0;
        for (int i = 1; i < held.length; i++) {
            peak = load(i) > load(peak) ? i : peak;
        }
        return peak;
    }

    /** The opening of the crack's mouth at the end of a state. */
    double opening(int state) {
        return mouth[state] * held[state];
    }

    /** The work of the force on the far edge until the plate is in two. */
    double work() {
        double work = 0;
        for (int i = 0; i < held.length; i++) {
            work += stiffness[i] / 2 * (held[i] * held[i] - begun(i) * begun(i));
        }
        return work;
    }
}
