// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.List;
import java.util.Optional;
import org.gidn.core.InvalidInputException;
import org.gidn.core.problem.Demand;
import org.gidn.core.problem.Output;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.NearestName;
import org.gidn.core.settings.Settings;

/**
 * A measured value stays within bounds.
 *
 * @since 1.0
 */
public final class Measured implements Constraint {
    private final String output;
    private final double least;
    private final double most;
    private final double penalty;

    /**
     * @param output name of the output
     * @param least least value; −∞ for no bound
     * @param most greatest value; +∞ for no bound
     * @param penalty how much worse a design counts for a method that misses a bound by its own size, see {@link Demand}
     */
    public Measured(String output, double least, double most, double penalty) {
        this.output = output;
        this.least = least;
        this.most = most;
        this.penalty = penalty;
    }

    @Override
    public Optional<Demand> demand(List<Output> outputs) {
        List<String> names = outputs.stream().map(Output::name).toList();
        if (!names.contains(output)) {
            throw new InvalidInputException(NearestName.unknown("output", output, names));
        }
        return Optional.of(new Demand(names.indexOf(output), output, least, most, penalty));
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            Bounds bounds = Bounds.of(settings, "The measured constraint of '" + settings.text("output") + "'");
            return new Measured(settings.text("output"), bounds.least(), bounds.most(), settings.real("penalty"));
        }
    }
}
