// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.gidn.core.InvalidInputException;
import org.gidn.experiments.text.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static Object back(Object value) {
        return Json.readObject(Json.write(Map.of("value", value))).get("value");
    }

    private static Object value(SplittableRandom random, int levels) {
        return switch (random.nextInt(levels > 0 ? 9 : 7)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> new BigInteger(random.nextInt(64, 4_000), Random.from(random)).add(BigInteger.ONE.shiftLeft(63));
            case 4 -> finite(random);
            case 5, 6 -> text(random);
            case 7 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(value(random, levels - 1));
                }
                yield list;
            }
            default -> object(random, levels);
        };
    }

    private static Map<String, Object> object(SplittableRandom random, int levels) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(text(random), value(random, levels - 1));
        }
        return object;
    }

    /** Any bits that are a finite number: tiny, huge and negative zero as well. */
    private static double finite(SplittableRandom random) {
        double number = random.nextInt(20) == 0 ? -0.0 : Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : Double.MIN_VALUE;
    }

    /** Any 16-bit units, halves of surrogate pairs among them; often control characters. */
    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            switch (random.nextInt(3)) {
                case 0 -> text.append((char) random.nextInt(0xa1));
                case 1 -> text.append((char) random.nextInt(0x10000));
                default -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }

    @Test
    void whateverIsWrittenReadsBackEqual() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            Map<String, Object> object = object(random, 6);
            String line = Json.write(object);
            assertEquals(object, Json.readObject(line));
            assertEquals(object, Json.readObject(Json.writeIndented(object)));
            // As files keep it, which an encoding goes through.
            assertEquals(
                    object, Json.readObject(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)));
            assertFalse(line.chars().anyMatch(Character::isISOControl), line);
        }
    }

    @Test
    void numbersThatAreNotFiniteBecomeNull() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(null, back(number));
        }
    }

    @Test
    void wholeNumbersOfAllKindsBecomeLong() {
        assertEquals(5L, back(5));
        assertEquals(5L, back((short) 5));
        assertEquals(Long.MIN_VALUE, back(Long.MIN_VALUE));
    }

    @Test
    void aTextIsReadWhereverItStands() {
        assertEquals(List.of("a\u007fb\u0096c\ud800"), back(List.of("a\u007fb\u0096c\ud800")));
        // As other programs write it.
        assertEquals(
                "\u007f\u0096", Json.readObject("{\"raw\": \"\u007f\u0096\"}").get("raw"));
        assertEquals("😀/", Json.readObject("{\"pair\": \"\\ud83d\\ude00\\/\"}").get("pair"));
    }

    @Test
    void levelsAreLimitedAlikeForBothWays() {
        Object deep = "floor";
        for (int level = 1; level < 1_000; level++) {
            deep = level % 2 == 0 ? Map.of("down", deep) : List.of(deep);
        }
        assertEquals(deep, back(deep));
        Map<String, Object> deeper = Map.of("down", Map.of("value", deep));
        assertTrue(assertThrows(InvalidInputException.class, () -> Json.write(deeper))
                .getMessage()
                .startsWith("This cannot be written as JSON: "));
    }

    @Test
    void indentedTextIsForReading() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("list", List.of(1, Map.of("a", true)));
        object.put("none", List.of());
        assertEquals("""
            {
              "list": [
                1,
                {
                  "a": true
                }
              ],
              "none": []
            }""", Json.writeIndented(object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "5",
                "{\"a\": 1} x",
                "{\"a\": 1, \"a\": 2}",
                "{a: 1}",
                "{'a': 1}",
                "{\"a\": 1e400}",
                "{\"a\": NaN}",
                "{\"a\": 01}",
                "{\"a\": \"\u0001\"}",
                "{\"a\": &b 1}",
                "{\"a\": 1,}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThrows(InvalidInputException.class, () -> Json.readObject(text));
    }
}
