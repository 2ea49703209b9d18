// SPDX-License-Identifier: Apache-2.0
package org.gidn.baselines.internal;

import java.util.List;
import java.util.function.Consumer;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.LevelCount;

/** All designs of a binary space one after the other, in the order of their digits. Used by one thread. */
public final class AllDesigns {
    private final DesignSpace space;
    /** The cells that are chosen, those that are tied to each other together. */
    private final List<int[]> groups;
    /** How many cells the groups from one on have. */
    private final int[] left;
    /** The least and most ones that a design has. */
    private int least;

    private int most;
    /** Whether that is all that is asked of designs beside fixed and tied cells. */
    private final boolean counted;

    private final double[] design;

    public AllDesigns(DesignSpace space) {
        this.space = space;
        design = new double[space.variables()];
        most = design.length;
        counted = space.blocks().size() == 1 && space.linears().isEmpty();
        for (LevelCount count : counted ? space.counts() : List.<LevelCount>of()) {
            boolean ones = count.level() == 1;
            least = Math.max(least, ones ? count.least() : design.length - count.most());
            most = Math.min(most, ones ? count.most() : design.length - count.least());
        }
        for (int j = 0; j < design.length; j++) {
            design[j] = space.fixed(j).orElse(0);
        }
        groups = space.groups();
        left = new int[groups.size() + 1];
        for (int g = groups.size() - 1; g >= 0; g--) {
            left[g] = left[g + 1] + groups.get(g).length;
        }
    }

    /**
     * Shows every design.
     *
     * @param reader given one value a variable, which is not its own to keep
     */
    public void forEach(Consumer<double[]> reader) {
        int ones = 0;
        for (int j = 0; j < design.length; j++) {
            ones += space.fixed(j).orElse(0) == 1 ? 1 : 0;
        }
        choose(0, ones, reader);
    }

    private void choose(int group, int ones, Consumer<double[]> reader) {
        if (ones > most || ones + left[group] < least) {
            return;
        }
        if (group == groups.size()) {
            if (counted || space.contains(DesignBatch.ofValues(design.length, design), 0)) {
                reader.accept(design);
            }
            return;
        }
        for (int value = 0; value <= 1; value++) {
            for (int j : groups.get(group)) {
                design[j] = value;
            }
            choose(group + 1, ones + value * groups.get(group).length, reader);
        }
    }
}
