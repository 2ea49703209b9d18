// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.sampling;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.Decoder;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignBuilder;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignTable;
import org.gidn.core.design.Relaxation;
import org.gidn.core.settings.Factory;
import org.gidn.core.settings.Settings;
import org.gidn.core.work.Cancellation;

/**
 * Makes designs of a fine grid from good ones of a coarse grid: each cell becomes a square of cells, but about one cell, where what counts
 * is of the size of a cell whatever the grid, as at the tip of a crack, they keep their size. Where the limits of the space ask for other
 * designs, cells change that stand at the edges of parts. Some chance makes designs differ.
 *
 * @since 1.0
 */
public final class RefinedSampler implements Sampler {
    private final Path file;
    private final int factor;
    private final Focus focus;
    private final double noise;

    /**
     * Where cells keep their size.
     *
     * @param row of the cell in the coarse grid, from 0; −1 for nowhere
     * @param column likewise
     * @param reach so many cells to each side of it as well, at least 0
     */
    public record Focus(int row, int column, int reach) {}

    /**
     * @param file designs of the coarse grid, see {@link DesignTable}
     * @param factor into how many cells one is divided in either direction, at least 1
     * @param noise standard deviation of what is added to each cell before designs are made binary; where that is left to each, a cell
     *     within a part is at 0.5 from changing, one at its edge at 0.3, one that stands alone at 0.17, those near the focus at 1
     */
    public RefinedSampler(Path file, int factor, Focus focus, double noise) {
        this.file = file;
        this.factor = factor;
        this.focus = focus;
        this.noise = noise;
    }

    @Override
    public DesignBatch sample(DesignSpace space, int count, RandomGenerator random, Cancellation cancellation) {
        Block grid = grid(space);
        int columns = grid.columns() / factor;
        DesignSpace coarse = DesignSpace.binary(grid.rows() / factor, columns);
        DesignBatch known = DesignTable.read(file).designs(coarse);
        if (known.size() == 0) {
            throw new InvalidInputException("File " + file + " has no designs to be refined; name one that has some.");
        }
        Relaxation relaxation = new Relaxation(space);
        Decoder decoder = relaxation.decoder();
        float[] inputs = new float[relaxation.inputs()];
        double[] design = new double[space.variables()];
        DesignBuilder designs = new DesignBuilder(space, count);
        for (int i = 0; i < count; i++) {
            cancellation.check();
            refine(known.toArray(random.nextInt(known.size())), columns, grid, inputs);
            for (int cell = 0; cell < inputs.length; cell++) {
                inputs[cell] += (float) (noise * random.nextGaussian());
            }
            decoder.decode(inputs, 0, design);
            designs.add(design);
        }
        return designs.batch();
    }

    private Block grid(DesignSpace space) {
        Block grid = space.blocks().get(0);
        if (space.blocks().size() > 1 || !grid.picture() || grid.levels().size() != 2) {
            throw new InvalidInputException(
                    "Refined designs are those of one grid of cells of two levels, but the space is " + space
                            + "; use the sampler org.gidn.core.random.");
        }
        if (grid.rows() % factor != 0 || grid.columns() % factor != 0) {
            throw new InvalidInputException("Setting 'factor' is " + factor + ", but the grid of " + grid.rows()
                    + " by " + grid.columns() + " cells can't be divided by it; choose another.");
        }
        return grid;
    }

    /** How much each cell of the fine grid is a 1: those about the focus beyond doubt, others by their neighbours too. */
    private void refine(double[] coarse, int columns, Block grid, float[] inputs) {
        double[] fine = new double[grid.rows() * grid.columns()];
        boolean[] kept = new boolean[fine.length];
        for (int cell = 0; cell < fine.length; cell++) {
            int row = cell / grid.columns();
            int column = cell % grid.columns();
            int near = near(row, column, grid.rows() / factor, columns);
            kept[cell] = near >= 0;
            fine[cell] = coarse[kept[cell] ? near : row / factor * columns + column / factor];
        }
        for (int cell = 0; cell < fine.length; cell++) {
            double around = neighbours(fine, cell / grid.columns(), cell % grid.columns(), grid);
            inputs[cell] = (float) (kept[cell] ? 2 * fine[cell] - 0.5 : (2 * fine[cell] + around) / 3);
        }
    }

    /** The cell of the coarse grid that has the same place about the focus; −1 if it is not near it. */
    private int near(int row, int column, int rows, int columns) {
        int down = row - focus.row() * factor;
        int right = column - focus.column() * factor;
        int sameRow = focus.row() + down;
        int sameColumn = focus.column() + right;
        boolean near = focus.row() >= 0
                && Math.max(Math.abs(down), Math.abs(right)) <= focus.reach()
                && sameRow >= 0
                && sameRow < rows
                && sameColumn >= 0
                && sameColumn < columns;
        return near ? sameRow * columns + sameColumn : -1;
    }

    /** The mean of the cells at the four sides. */
    private static double neighbours(double[] cells, int row, int column, Block grid) {
        double sum = 0;
        int count = 0;
        for (int side = 0; side < 4; side++) {
            int r = row + (side == 0 ? 1 : side == 1 ? -1 : 0);
            int c = column + (side == 2 ? 1 : side == 3 ? -1 : 0);
            if (r >= 0 && r < grid.rows() && c >= 0 && c < grid.columns()) {
                sum += cells[r * grid.columns() + c];
                count++;
            }
        }
        return sum / count;
    }

    /** Makes the sampler from the settings declared in {@code plugin.xml}. */
    public static final class Maker implements Factory<Sampler> {
        @Override
        public Sampler create(Settings settings) {
            return new RefinedSampler(
                    Path.of(settings.text("file")),
                    settings.integer("factor"),
                    new Focus(settings.integer("row"), settings.integer("column"), settings.integer("reach")),
                    settings.real("noise"));
        }
    }
}
