// SPDX-License-Identifier: Apache-2.0
package org.gidn.designer;

import java.util.stream.IntStream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;

/** Spaces whose designs are numbers, with continuous ones among them, and no levels. */
final class Numbers {
    private Numbers() {}

    /** Whether designs are so. */
    static boolean only(DesignSpace space) {
        return !space.discrete()
                && space.blocks().stream().allMatch(block -> block.levels().isEmpty());
    }

    /** The variables that are whole numbers in such a space; none in others. */
    static int[] whole(DesignSpace space) {
        return IntStream.range(0, only(space) ? space.variables() : 0)
                .filter(j -> space.blockOf(j).kind() == Block.Kind.INTEGER)
                .toArray();
    }
}
