// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal;

/** Lays texts out. */
public final class Texts {
    private Texts() {}

    /** A text whose lines have at most so many characters, broken between words. */
    public static String wrapped(String text, int width) {
        return text.replaceAll("(.{1," + width + "})(?: +|$)", "$1\n")
                .replaceAll("\n+", "\n")
                .strip();
    }
}
