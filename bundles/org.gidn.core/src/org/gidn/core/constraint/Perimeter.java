// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.Optional;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.text.Count;

/**
 * A phase has at most so much perimeter: sides of cells between it and what is not, the edge of the picture not counted.
 * Violated by the sides that are too many, over the number of all cells. It has no repair; methods move towards it.
 *
 * @since 1.0
 */
public final class Perimeter implements Constraint {
    private final String block;
    private final String level;
    private final int most;

    /**
     * @param block name of the block; {@code ""} for the first
     * @param level name or number of the phase
     * @param most most sides
     */
    public Perimeter(String block, String level, int most) {
        this.block = block;
        this.level = level;
        this.most = most;
    }

    @Override
    public Optional<DesignRule> rule(DesignSpace space) {
        Grid grid = Grid.of(space, block, level);
        LevelRoom room = LevelRoom.of(space, grid);
        if (room.sides() > most) {
            throw new InvalidInputException("No design can have a perimeter of at most "
                    + Count.of(most, "side") + ", for " + Count.of(room.sides(), "side") + " are the least that "
                    + cells(room.least(), room.most()) + " of " + grid.name() + " in " + grid.rows() + " × "
                    + grid.columns() + " have; raise 'most'.");
        }
        return Optional.of(new Rule(grid, most));
    }

    private static String cells(int least, int most) {
        return least == most ? Count.of(least, "cell") : least + " to " + Count.of(most, "cell");
    }

    private record Rule(Grid grid, int most) implements DesignRule {
        @Override
        public String demand() {
            return "have a perimeter of " + grid.name() + " of at most " + most + " sides";
        }

        @Override
        public double violation(double[] design) {
            boolean[] has = grid.read(design);
            int sides = 0;
            for (int cell = 0; cell < has.length; cell++) {
                // The neighbours to the right and below, so that every side is counted once.
                int[] neighbours = grid.neighbours(cell, 2);
                for (int next : neighbours) {
                    sides += next >= 0 && has[next] != has[cell] ? 1 : 0;
                }
            }
            return Math.max(0, sides - most) / (double) grid.cells();
        }
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            return new Perimeter(settings.text("block"), settings.text("of"), settings.integer("most"));
        }
    }
}
