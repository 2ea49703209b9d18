// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.LevelCount;
import org.gidn.core.design.Linear;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * The share of cells that have a level, or the mean of a continuous block, stays within bounds; equal bounds fix it.
 *
 * @since 1.0
 */
public final class Share implements Constraint {
    private final String block;
    private final String level;
    private final double least;
    private final double most;

    /**
     * @param block name of the block; {@code ""} for the first
     * @param level name or number of the level; {@code ""} for the mean of a continuous block
     * @param least least share or mean
     * @param most greatest share or mean
     */
    public Share(String block, String level, double least, double most) {
        this.block = block;
        this.level = level;
        this.least = least;
        this.most = most;
    }

    @Override
    public DesignSpace limit(DesignSpace space) {
        int number = Names.block(space, block);
        Block shared = space.blocks().get(number);
        if (level.isEmpty() && !shared.levels().isEmpty()) {
            throw new InvalidInputException("The share of which level of '" + shared.name()
                    + "' is not said; give 'of' as "
                    + String.join(
                            " or ",
                            shared.levels().stream().map(each -> each.name()).toList()) + ".");
        }
        if (level.isEmpty()) {
            int[] variables = IntStream.range(space.first(number), space.first(number) + shared.variables())
                    .toArray();
            double[] weights = new double[variables.length];
            Arrays.fill(weights, 1.0 / variables.length);
            return space.withLinear(new Linear("the mean of " + shared.name(), variables, weights, least, most));
        }
        int of = Names.level(shared, level);
        if (least > most) {
            throw new InvalidInputException("The bounds of the share of " + level + " must be in order, but are "
                    + least + " and " + most + ".");
        }
        int fewest = cells(shared, least, Math.ceil(least * shared.variables() - 1e-9));
        int greatest = cells(shared, most, Math.floor(most * shared.variables() + 1e-9));
        if (fewest > greatest) {
            throw new InvalidInputException("A share of " + least + " to " + most + " of the " + shared.variables()
                    + " cells of '" + shared.name()
                    + "' holds no whole number of cells; the nearest shares that do are "
                    + greatest / (double) shared.variables() + " and " + fewest / (double) shared.variables() + ".");
        }
        LevelCount demanded = new LevelCount(number, of, fewest, greatest);
        Optional<LevelCount> before = space.counts().stream()
                .filter(other -> other.block() == number && other.level() == of)
                .findFirst();
        return before.isEmpty()
                ? space.withCount(demanded)
                : space.withCount(both(
                        before.get(),
                        demanded,
                        shared.name(),
                        shared.levels().get(of).name()));
    }

    /** What fulfils two demands on the same level. */
    private static LevelCount both(LevelCount one, LevelCount other, String blockName, String levelName) {
        int fewest = Math.max(one.least(), other.least());
        int greatest = Math.min(one.most(), other.most());
        if (fewest > greatest) {
            throw new InvalidInputException("The number of cells of '" + blockName + "' that are " + levelName
                    + " is to be " + shown(other) + ", but also " + shown(one) + "; leave one of the two out.");
        }
        return new LevelCount(one.block(), one.level(), fewest, greatest);
    }

    private static String shown(LevelCount count) {
        return count.exact() ? Integer.toString(count.least()) : count.least() + " to " + count.most();
    }

    /** The number of cells for a bound; where the share is fixed it must be whole. */
    private int cells(Block shared, double share, double count) {
        double exact = share * shared.variables();
        if (least == most && Math.abs(exact - Math.rint(exact)) > 1e-9) {
            throw new InvalidInputException("A share of " + share + " of the " + shared.variables() + " cells of '"
                    + shared.name() + "' is " + exact
                    + " cells, which is no whole number; the nearest share that is one is "
                    + Math.rint(exact) / shared.variables() + ".");
        }
        return (int) count;
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            return new Share(
                    settings.text("block"), settings.text("of"), settings.real("least"), settings.real("most"));
        }
    }

    /** Makes the constraint with one share from the settings declared in {@code plugin.xml}. */
    public static final class ExactMaker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            double share = settings.real("is");
            return new Share(settings.text("block"), settings.text("of"), share, share);
        }
    }
}
