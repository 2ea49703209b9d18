// SPDX-License-Identifier: Apache-2.0
package org.gidn.external.internal.declared;

import org.gidn.core.design.Block;

/**
 * A block of variables as an experiment declares it.
 *
 * @param block what it is for the product
 * @param kind what the protocol calls it: {@code binary}, {@code phases}, {@code integer}, {@code real} or {@code category}
 */
public record Variable(Block block, String kind) {
    /** Whether its values are told by the names of levels. */
    public boolean labelled() {
        return block.kind() == Block.Kind.CATEGORICAL;
    }

    /** Whether its values are told by digits, one a cell. */
    public boolean digits() {
        return block.kind() == Block.Kind.PHASES;
    }
}
