// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.gidn.core.text.Count;
import org.junit.jupiter.api.Test;

class CountTest {
    @Test
    void oneIsOneAndAllElseAreMany() {
        assertEquals("0 runs", Count.of(0, "run"));
        assertEquals("1 run", Count.of(1, "run"));
        assertEquals("12,000 runs", Count.of(12_000, "run"));
        assertEquals("1 run that was", Count.of(1, "run that was", "runs that were"));
        assertEquals("2 runs that were", Count.of(2, "run that was", "runs that were"));
    }

    @Test
    void aUnitOfWorkInThePluralIsTurnedForOne() {
        assertEquals("2 starts", Count.ofMany(2, "starts"));
        assertEquals("1 start", Count.ofMany(1, "starts"));
        assertEquals("1 entry", Count.ofMany(1, "entries"));
        assertEquals("1 batch", Count.ofMany(1, "batches"));
        assertEquals("1 structure", Count.ofMany(1, "structures"));
        assertEquals("1 %", Count.ofMany(1, "%"));
    }

    @Test
    void numbersAreWrittenAlikeEverywhere() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("12,000", Count.of(12_000));
        } finally {
            Locale.setDefault(before);
        }
    }
}
