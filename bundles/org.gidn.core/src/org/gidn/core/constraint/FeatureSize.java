// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.DesignRule;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;

/**
 * No part of a phase, and no gap in it, is thinner than a square brush: the phase equals what the brush paints within it
 * (its opening), and so does the rest. A brush may reach beyond the edge of the picture. Violated by the cells that the
 * brush does not reach, over the number of all cells.
 *
 * @since 1.0
 */
public final class FeatureSize implements Constraint {
    private final String block;
    private final String level;
    private final int brush;

    /**
     * @param block name of the block; {@code ""} for the first
     * @param level name or number of the phase
     * @param brush cells on a side of the brush
     */
    public FeatureSize(String block, String level, int brush) {
        this.block = block;
        this.level = level;
        this.brush = brush;
    }

    @Override
    public Optional<DesignRule> rule(DesignSpace space) {
        return Optional.of(new Rule(Grid.of(space, block, level), brush));
    }

    private record Rule(Grid grid, int brush) implements DesignRule {
        @Override
        public String demand() {
            return "have all parts and gaps of " + grid.name() + " at least " + brush + " cells wide";
        }

        @Override
        public double violation(double[] design) {
            boolean[] has = grid.read(design);
            return (missed(has, true) + missed(has, false)) / (double) grid.cells();
        }

        private int missed(boolean[] has, boolean phase) {
            boolean[] opened = opened(has, phase);
            int missed = 0;
            for (int i = 0; i < has.length; i++) {
                missed += has[i] == phase && !opened[i] ? 1 : 0;
            }
            return missed;
        }

        /** The cells that brushes reach which lie in the phase, or in what is not. */
        private boolean[] opened(boolean[] has, boolean phase) {
            boolean[] opened = new boolean[has.length];
            for (int row = 1 - brush; row < grid.rows(); row++) {
                for (int column = 1 - brush; column < grid.columns(); column++) {
                    if (fits(has, phase, row, column)) {
                        paint(opened, row, column);
                    }
                }
            }
            return opened;
        }

        private boolean fits(boolean[] has, boolean phase, int row, int column) {
            for (int r = Math.max(0, row); r < Math.min(grid.rows(), row + brush); r++) {
                for (int c = Math.max(0, column); c < Math.min(grid.columns(), column + brush); c++) {
                    if (has[r * grid.columns() + c] != phase) {
                        return false;
                    }
                }
            }
            return true;
        }

        private void paint(boolean[] painted, int row, int column) {
            for (int r = Math.max(0, row); r < Math.min(grid.rows(), row + brush); r++) {
                Arrays.fill(
                        painted,
                        r * grid.columns() + Math.max(0, column),
                        r * grid.columns() + Math.min(grid.columns(), column + brush),
                        true);
            }
        }

        /** Opens the phase and then what is left of the rest. */
        @Override
        public Optional<double[]> repair(double[] design, RandomGenerator random) {
            boolean[] opened = opened(grid.read(design), true);
            boolean[] rest = opened(opened, false);
            for (int i = 0; i < rest.length; i++) {
                rest[i] = !rest[i];
            }
            double[] repaired = design.clone();
            grid.write(rest, repaired);
            return Optional.of(repaired);
        }
    }

    /** Makes the constraint from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Constraint> {
        @Override
        public Constraint create(Settings settings) {
            return new FeatureSize(settings.text("block"), settings.text("of"), settings.integer("brush"));
        }
    }
}
