// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal;

import java.util.Arrays;

/**
 * Arithmetic on many designs side by side: each array holds one quantity, one design a lane. Every loop writes one array
 * only, and reads at most seven, because that is what the JIT compilers of Java 17 to 25 turn into vector instructions.
 * What a lane holds does not depend on the other lanes, nor on their number.
 */
public final class Lanes {
    private Lanes() {}

    /** c ← k s. */
    public static void set(double[] c, double k, double[] s, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] = k * s[l];
        }
    }

    /** c ← k₀ s₀ + k₁ s₁. */
    public static void set(double[] c, double k0, double[] s0, double k1, double[] s1, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] = k0 * s0[l] + k1 * s1[l];
        }
    }

    /** c ← c + k s. */
    public static void add(double[] c, double k, double[] s, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] += k * s[l];
        }
    }

    /** c ← c + k₀ s₀ + k₁ s₁. */
    public static void add(double[] c, double k0, double[] s0, double k1, double[] s1, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] += k0 * s0[l] + k1 * s1[l];
        }
    }

    /** c ← s + k. */
    public static void offset(double[] c, double[] s, double k, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] = s[l] + k;
        }
    }

    /** c ← c s. */
    public static void scale(double[] c, double[] s, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] *= s[l];
        }
    }

    /** c ← c − a b. */
    public static void subtract(double[] c, double[] a, double[] b, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] -= a[l] * b[l];
        }
    }

    /** c ← max(c, s), NaN where either is. */
    public static void greatest(double[] c, double[] s, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] = Math.max(c[l], s[l]);
        }
    }

    /** c ← max(c, a b²), NaN where any is. */
    public static void greatest(double[] c, double[] a, double[] b, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] = Math.max(c[l], a[l] * b[l] * b[l]);
        }
    }

    /** c ← 1/√s. */
    public static void inverseRoot(double[] c, double[] s, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] = 1 / Math.sqrt(s[l]);
        }
    }

    /**
     * c ← c − Σ a[ia + k] b[ib + k] for k = 0 … count − 1.
     */
    public static void subtractDot(double[] c, double[][] a, int ia, double[][] b, int ib, int count, int lanes) {
        int k = 0;
        for (; k + 3 <= count; k += 3) {
            subtract(c, a[ia + k], b[ib + k], a[ia + k + 1], b[ib + k + 1], a[ia + k + 2], b[ib + k + 2], lanes);
        }
        if (k + 2 == count) {
            subtract(c, a[ia + k], b[ib + k], a[ia + k + 1], b[ib + k + 1], lanes);
        } else if (k < count) {
            subtract(c, a[ia + k], b[ib + k], lanes);
        }
    }

    private static void subtract(double[] c, double[] a0, double[] b0, double[] a1, double[] b1, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] -= a0[l] * b0[l] + a1[l] * b1[l];
        }
    }

    private static void subtract(
            double[] c, double[] a0, double[] b0, double[] a1, double[] b1, double[] a2, double[] b2, int lanes) {
        for (int l = 0; l < lanes; l++) {
            c[l] -= a0[l] * b0[l] + a1[l] * b1[l] + a2[l] * b2[l];
        }
    }

    /** A weighted sum of sources: c ← Σ weight[t] · sources[index[t]] for t = from … to − 1. */
    public static void combine(
            double[] c, double[] weight, int[] index, double[][] sources, int from, int to, int lanes) {
        int t = from;
        if (to - from >= 2) {
            set(c, weight[t], sources[index[t]], weight[t + 1], sources[index[t + 1]], lanes);
            t += 2;
        } else if (to > from) {
            set(c, weight[t], sources[index[t]], lanes);
            t++;
        } else {
            Arrays.fill(c, 0, lanes, 0);
        }
        for (; t + 2 <= to; t += 2) {
            add(c, weight[t], sources[index[t]], weight[t + 1], sources[index[t + 1]], lanes);
        }
        if (t < to) {
            add(c, weight[t], sources[index[t]], lanes);
        }
    }
}
