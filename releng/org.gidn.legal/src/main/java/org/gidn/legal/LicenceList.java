// SPDX-License-Identifier: Apache-2.0
package org.gidn.legal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** The licences under which others' parts may come with the product: {@code licences.csv}, with the names that POMs give them. */
final class LicenceList {
    private final Map<String, String> byName = new HashMap<>();

    LicenceList() {
        for (List<String> row : Table.read("licences.csv")) {
            byName.put(row.get(0), row.get(0));
            row.stream().skip(1).forEach(name -> byName.put(name, row.get(0)));
        }
    }

    /**
     * What may be chosen from the licences that somebody offers.
     *
     * @param names of whatever kind; one of them is enough
     * @return an SPDX expression; empty if none of them is on the list
     */
    Optional<String> choice(List<String> names) {
        return names.stream()
                .map(byName::get)
                .filter(Objects::nonNull)
                .distinct()
                .reduce((a, b) -> a + " OR " + b);
    }

    /**
     * Checks an expression that we wrote ourselves.
     *
     * @throws Refusal if a licence in it is not on the list
     */
    String checked(String expression) {
        for (String licence : licences(expression)) {
            if (!byName.containsValue(licence)) {
                throw new Refusal(licence + " is not a licence of licences.csv");
            }
        }
        return expression;
    }

    /** The licences of an expression without brackets, exceptions with what they except from. */
    static List<String> licences(String expression) {
        return List.of(expression.split(" (?:AND|OR) "));
    }

    /** The names of the texts that belong to the licences of expressions: one a licence, one an exception. */
    static List<String> texts(List<String> expressions) {
        return new ArrayList<>(new TreeSet<>(expressions.stream()
                .map(LicenceList::licences)
                .flatMap(List::stream)
                .map(licence -> List.of(licence.split(" WITH ")))
                .flatMap(List::stream)
                .toList()));
    }
}
