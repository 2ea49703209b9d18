// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Linear;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Decimal;

/**
 * A weighted sum of continuous variables stays within bounds, e.g. {@code shell - 0.0193 radius}.
 *
 * @since 1.0
 */
public final class Sum implements Constraint {
    private static final Pattern TERM =
            Pattern.compile("\\s*([+-]?)\\s*([0-9][0-9.eE]*(?:(?<=[eE])[+-][0-9]+)?)?\\s*\\*?\\s*([\\p{L}_][^\\s+*]*)");

    private final String terms;
    private final double least;
    private final double most;

    /**
     * @param terms names of variables, each after its factor, with signs in between
     * @param least least sum; −∞ for no bound
     * @param most greatest sum; +∞ for no bound
     */
    public Sum(String terms, double least, double most) {
        this.terms = terms;
        this.least = least;
        this.most = most;
    }

    @Override
    public DesignSpace limit(DesignSpace space) {
        List<String> names = IntStream.range(0, space.variables())
                .mapToObj(space::variableName)
                .toList();
        List<Integer> variables = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        if (terms.isBlank()) {
            throw new InvalidInputException(
                    "Setting 'terms' is empty; write a sum such as '2 a + 0.5 b - c', with names of variables.");
        }
        Matcher matcher = TERM.matcher(terms);
        int end = 0;
        while (end < terms.stripTrailing().length()) {
            if (!matcher.find(end)
                    || matcher.start() != end
                    || end > 0 && matcher.group(1).isEmpty()) {
                throw new InvalidInputException("The sum '" + terms + "' cannot be read from position " + (end + 1)
                        + " on; write it as '2 a + 0.5 b - c', with names of variables.");
            }
            String name = matcher.group(3);
            double factor = matcher.group(2) == null ? 1 : Decimal.parse(matcher.group(2));
            if (!names.contains(name)) {
                throw new InvalidInputException(NearestName.unknown("variable", name, names));
            }
            if (Double.isNaN(factor) || variables.contains(names.indexOf(name))) {
                throw new InvalidInputException("The sum '" + terms + "' has "
                        + (Double.isNaN(factor)
                                ? "the factor '" + matcher.group(2) + "', which is no number."
                                : name + " twice."));
            }
            variables.add(names.indexOf(name));
            factors.add(matcher.group(1).equals("-") ? -factor : factor);
            end = matcher.end();
        }
        return space.withLinear(new Linear(
                terms.strip(),
                variables.stream().mapToInt(j -> j).toArray(),
                factors.stream().mapToDouble(factor -> factor).toArray(),
                least,
                most));
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            Bounds bounds = Bounds.of(settings, "The sum '" + settings.text("terms") + "'");
            return new Sum(settings.text("terms"), bounds.least(), bounds.most());
        }
    }
}
