// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.visualisation.internal.Messages;

/**
 * How designs look: all blocks that are {@linkplain Block#picture() pictures} side by side, equally high unless one is very wide.
 *
 * @param space the designs
 * @since 1.0
 */
public record DesignPicture(DesignSpace space) {
    /** The room between two pictures, as a share of their height. */
    private static final double GAP = 0.12;
    /** A picture beside others is no wider than this, as a share of their height, so that a row of cells leaves them room. */
    private static final double MOST_WIDE = 2;

    /** @throws InvalidInputException if no block is a picture */
    public DesignPicture {
        if (!suits(space)) {
            throw new InvalidInputException(NLS.bind(Messages.pictureNone, space));
        }
    }

    /** Whether designs of a space can be drawn. */
    public static boolean suits(DesignSpace space) {
        return space.picture().isPresent();
    }

    /** The pictures, from left to right. */
    public List<BlockPicture> blocks() {
        return IntStream.range(0, space.blocks().size())
                .filter(block -> space.blocks().get(block).picture())
                .mapToObj(block -> new BlockPicture(space, block))
                .toList();
    }

    /** Width over height of the whole with square elements. */
    public double aspect() {
        return aspect(blocks());
    }

    private static double aspect(List<BlockPicture> blocks) {
        return blocks.size() == 1
                ? blocks.get(0).aspect()
                : blocks.stream().mapToDouble(DesignPicture::share).sum() + GAP * (blocks.size() - 1);
    }

    /** The width of a picture beside others. */
    private static double share(BlockPicture block) {
        return Math.min(MOST_WIDE, block.aspect());
    }

    /** A caption with what stands where and what the colours mean, as far as that is not plain. */
    public String caption(String text) {
        List<BlockPicture> blocks = blocks();
        String legend = blocks.size() == 1
                ? blocks.get(0).legend()
                : NLS.bind(
                        Messages.pictureBlocks,
                        blocks.stream().map(BlockPicture::named).collect(Collectors.joining(", ")));
        return legend.isEmpty() ? text : text + " " + legend;
    }

    /**
     * Draws one design as large as a rectangle allows.
     *
     * @throws InvalidInputException if the design has another number of variables
     */
    public void draw(
            Surface surface, DesignBatch designs, int design, double x, double y, double width, double height) {
        if (designs.variables() != space.variables()) {
            throw new InvalidInputException(NLS.bind(Messages.pictureVariables, designs.variables(), space));
        }
        for (Place place : places(x, width, height)) {
            place.picture().draw(surface, designs, design, place.x(), y, place.width(), height);
        }
    }

    /**
     * Draws a frame about some elements of a design drawn by {@link #draw} in the same rectangle.
     *
     * @param variables which variables' elements get one
     */
    public void mark(
            Surface surface, IntPredicate variables, double x, double y, double width, double height, int argb) {
        for (Place place : places(x, width, height)) {
            place.picture().mark(surface, variables, place.x(), y, place.width(), height, argb);
        }
    }

    /**
     * The variable drawn at a point of the rectangle given to {@link #draw}, for clicks; −1 if there is none.
     */
    public int variableAt(double pointX, double pointY, double x, double y, double width, double height) {
        return places(x, width, height).stream()
                .mapToInt(place -> place.picture().variableAt(pointX, pointY, place.x(), y, place.width(), height))
                .filter(variable -> variable >= 0)
                .findFirst()
                .orElse(-1);
    }

    /**
     * The variable of the element beside that of another one; over the edge of a picture it goes on at the next one.
     *
     * @param variable −1 for the first element that there is
     * @param right elements to the right in the block itself, in which mirrored halves are one
     * @param down elements down
     */
    public int neighbour(int variable, int right, int down) {
        List<BlockPicture> blocks = blocks();
        for (int i = 0; i < blocks.size(); i++) {
            int first = space.first(blocks.get(i).block());
            Block block = space.blocks().get(blocks.get(i).block());
            int place = variable - first;
            if (place >= 0 && place < block.variables()) {
                int row = Math.clamp(place / block.columns() + down, 0, block.rows() - 1);
                int column = place % block.columns() + right;
                if (column < 0 || column >= block.columns()) {
                    int next = Math.floorMod(i + right, blocks.size());
                    Block beside = space.blocks().get(blocks.get(next).block());
                    row = Math.min(row, beside.rows() - 1);
                    return space.first(blocks.get(next).block())
                            + row * beside.columns()
                            + (right < 0 ? beside.columns() - 1 : 0);
                }
                return first + row * block.columns() + column;
            }
        }
        return space.first(blocks.get(0).block());
    }

    /** Where a picture stands. */
    private record Place(BlockPicture picture, double x, double width) {}

    private List<Place> places(double x, double width, double height) {
        List<BlockPicture> blocks = blocks();
        if (blocks.size() == 1) {
            return List.of(new Place(blocks.get(0), x, width));
        }
        double aspect = aspect(blocks);
        double high = Math.min(height, width / aspect);
        double left = x + (width - high * aspect) / 2;
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> new Place(
                        blocks.get(i),
                        left
                                + high
                                        * (blocks.subList(0, i).stream()
                                                        .mapToDouble(DesignPicture::share)
                                                        .sum()
                                                + GAP * i),
                        high * share(blocks.get(i))))
                .toList();
    }
}
