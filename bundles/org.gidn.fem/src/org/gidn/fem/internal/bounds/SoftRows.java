// SPDX-License-Identifier: Apache-2.0
package org.gidn.fem.internal.bounds;

/** Arithmetic on stretches of arrays, in loops that JIT compilers turn into vector instructions: each writes one array only. */
final class SoftRows {
    private SoftRows() {}

    /** c ← k s. */
    static void set(double[] c, double k, double[] s, int from, int count) {
        for (int j = 0; j < count; j++) {
            c[j] = k * s[from + j];
        }
    }

    /** c ← c + k s. */
    static void add(double[] c, int to, double k, double[] s, int from, int count) {
        for (int j = 0; j < count; j++) {
            c[to + j] += k * s[from + j];
        }
    }

    /** c ← c + a b. */
    static void addProduct(double[] c, double[] a, double[] b, int count) {
        for (int j = 0; j < count; j++) {
            c[j] += a[j] * b[j];
        }
    }

    /** c ← c − a b. */
    static void subtractProduct(double[] c, double[] a, double[] b, int count) {
        for (int j = 0; j < count; j++) {
            c[j] -= a[j] * b[j];
        }
    }

    /** c ← c + a b k. */
    static void addProduct(double[] c, double[] a, double[] b, double[] k, int count) {
        for (int j = 0; j < count; j++) {
            c[j] += a[j] * b[j] * k[j];
        }
    }

    /** c ← c − a b k. */
    static void subtractProduct(double[] c, double[] a, double[] b, double[] k, int count) {
        for (int j = 0; j < count; j++) {
            c[j] -= a[j] * b[j] * k[j];
        }
    }

    /** c ← c a. */
    static void scale(double[] c, double[] a, int count) {
        for (int j = 0; j < count; j++) {
            c[j] *= a[j];
        }
    }
}
