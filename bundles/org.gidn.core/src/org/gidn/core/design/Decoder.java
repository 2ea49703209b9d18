// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes designs of a space of real numbers, as near to them as all limits of the space allow: levels by their scores,
 * numbers rounded and clamped, tied variables by their mean, sums by the least shift of all their terms. Designs of the space
 * stay what they are. Of equal scores the cell that stands first gets the lower level. Used by one thread.
 *
 * @since 1.0
 */
public final class Decoder {
    private final Relaxation relaxation;
    private final DesignSpace space;
    /** For each block of levels how its cells are shared; null for other blocks. */
    private final List<LevelChoice> choices = new ArrayList<>();

    private final Sums sums;
    private final double[] mean;
    /** How many variables share the value of each. */
    private final int[] tied;

    Decoder(Relaxation relaxation) {
        this.relaxation = relaxation;
        this.space = relaxation.space();
        for (int b = 0; b < space.blocks().size(); b++) {
            Block block = space.blocks().get(b);
            choices.add(
                    block.levels().isEmpty()
                            ? null
                            : new LevelChoice(Cells.of(space, b), block.levels().size()));
        }
        sums = new Sums(space);
        mean = new double[space.variables()];
        tied = IntStream.range(0, mean.length).map(space::tied).toArray();
    }

    /**
     * Makes a design.
     *
     * @param inputs a design's inputs, from {@code offset} on
     * @param design receives one value a variable
     */
    public void decode(float[] inputs, int offset, double[] design) {
        for (int b = 0; b < space.blocks().size(); b++) {
            if (choices.get(b) != null) {
                levels(b, inputs, offset, design);
            } else {
                numbers(b, inputs, offset, design);
            }
        }
        sums.meet(design);
    }

    private void levels(int block, float[] inputs, int offset, double[] design) {
        LevelChoice choice = choices.get(block);
        int levels = space.blocks().get(block).levels().size();
        int[][] groups = choice.groups();
        for (int g = 0; g < groups.length; g++) {
            for (int level = 0; level < levels; level++) {
                double score = 0;
                for (int j : groups[g]) {
                    int input = offset + relaxation.first(j);
                    // One input of two levels tells how much it is the second one.
                    score +=
                            levels > 2 ? inputs[input + level] : level == 0 ? 0.5 - inputs[input] : inputs[input] - 0.5;
                }
                choice.score(g, level, score);
            }
        }
        int[] chosen = choice.choose();
        for (int g = 0; g < groups.length; g++) {
            for (int j : groups[g]) {
                design[j] = chosen[g];
            }
        }
        fixed(block, design);
    }

    private void numbers(int block, float[] inputs, int offset, double[] design) {
        boolean integer = space.blocks().get(block).kind() == Block.Kind.INTEGER;
        int from = space.first(block);
        int to = space.first(block + 1);
        Arrays.fill(mean, from, to, 0);
        for (int j = from; j < to; j++) {
            // A float of a bound may lie beyond it.
            double value = Math.max(space.lower(j), Math.min(space.upper(j), inputs[offset + relaxation.first(j)]));
            mean[space.leader(j)] += value / tied[j];
        }
        for (int j = from; j < to; j++) {
            double value = mean[space.leader(j)];
            design[j] = integer ? Math.floor(value + 0.5) : Math.max(space.lower(j), Math.min(space.upper(j), value));
        }
        fixed(block, design);
    }

    private void fixed(int block, double[] design) {
        for (int j = space.first(block); j < space.first(block + 1) && space.bound(); j++) {
            if (space.fixed(j).isPresent()) {
                design[j] = space.fixed(j).getAsDouble();
            }
        }
    }
}
