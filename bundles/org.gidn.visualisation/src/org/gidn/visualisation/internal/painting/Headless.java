// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.internal.painting;

/** Keeps Java's own drawing from looking for a display. */
final class Headless {
    static {
        // On macOS, Java's own windows and those of the workbench would block one another.
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private Headless() {}

    /** Does it, before the first use of anything in {@code java.awt}. */
    static void ensure() {}
}
