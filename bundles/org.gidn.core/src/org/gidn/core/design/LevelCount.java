// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

/**
 * How many cells of a block have one level.
 *
 * @param block number of the block in its space, from 0
 * @param level number of the level, from 0
 * @param least so many at least
 * @param most so many at most, not less
 * @since 1.0
 */
public record LevelCount(int block, int level, int least, int most) {
    /** Whether there is only one such number. */
    public boolean exact() {
        return least == most;
    }
}
