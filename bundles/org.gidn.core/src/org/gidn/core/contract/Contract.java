// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.contract;

import java.util.ArrayList;
import java.util.List;

/**
 * The promises of an extension point, each with a check. A test framework may run them one by one; {@link #check} runs them all.
 *
 * @since 1.0
 */
public abstract class Contract {
    /** Looks whether a promise is kept. */
    @FunctionalInterface
    public interface Check {
        /** @throws Exception or an {@link AssertionError} if it is not */
        void run() throws Exception;
    }

    /**
     * One promise.
     *
     * @param text what is promised, as a sentence
     * @param check whether it is kept
     */
    public record Promise(String text, Check check) {}

    /** All promises that this implementation makes. */
    public abstract List<Promise> promises();

    /**
     * Checks all promises.
     *
     * @throws AssertionError if some are not kept; names each of them and what was found
     */
    public final void check() {
        List<Throwable> breaches = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Promise promise : promises()) {
            try {
                promise.check().run();
            } catch (Exception | AssertionError e) {
                breaches.add(e);
                text.append("\nNot kept: ")
                        .append(promise.text())
                        .append(" ")
                        .append(e.getMessage() == null ? e : e.getMessage());
            }
        }
        if (!breaches.isEmpty()) {
            AssertionError error = new AssertionError(breaches.size() + " of the promises are not kept." + text);
            breaches.forEach(error::addSuppressed);
            throw error;
        }
    }

    /** Ends a check if something does not hold. */
    protected static void require(boolean holds, String found) {
        if (!holds) {
            throw new AssertionError("Found: " + found + ".");
        }
    }

    /** Ends a check unless an error of a kind is thrown. */
    protected static void requireThrown(Class<? extends Throwable> kind, Check check) {
        try {
            check.run();
        } catch (Throwable e) {
            require(kind.isInstance(e), e + " instead of " + kind.getSimpleName());
            return;
        }
        throw new AssertionError("Found: no " + kind.getSimpleName() + " was thrown.");
    }
}
