// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.gidn.core.contract.Contract;

/** Broken promises that a contract notices. */
final class Breaches {
    private Breaches() {}

    static void assertBreach(String promise, Contract contract) {
        String message = assertThrows(AssertionError.class, contract::check).getMessage();
        assertTrue(message.contains(promise), message);
    }
}
