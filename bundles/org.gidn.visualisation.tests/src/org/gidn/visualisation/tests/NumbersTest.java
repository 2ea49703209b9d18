// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.gidn.visualisation.internal.Numbers;
import org.junit.jupiter.api.Test;

/** The labels of axes. */
class NumbersTest {
    @Test
    void powersOfTenAreWrittenAlikeAllAlongAnAxis() {
        assertEquals(List.of("0.001", "0.01", "0.1", "1"), powers(-3, 0, -3.7, 0.2));
        assertEquals(List.of("1", "10", "100", "1,000", "10,000", "100,000"), powers(0, 5, 0, 5.9));
        assertEquals(List.of("10⁻⁴", "10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"), powers(-4, 1, -4, 1));
        assertEquals(List.of("10⁴", "10⁵", "10⁶"), powers(4, 6, 4, 6));
    }

    @Test
    void whatLiesBetweenPowersIsWrittenAsItIs() {
        assertEquals("31.62", Numbers.power(1.5, 1, 2));
        assertEquals("3.16e-05", Numbers.power(-4.5, -5, -4));
    }

    private static List<String> powers(int first, int last, double lower, double upper) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(exponent -> Numbers.power(exponent, lower, upper))
                .toList();
    }
}
