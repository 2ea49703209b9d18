// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.constraint;

import java.util.List;
import java.util.stream.IntStream;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.core.settings.NearestName;

/** Finds what the settings of constraints name. */
final class Names {
    private Names() {}

    /** The number of a block of that name, or of the first one for an empty name. */
    static int block(DesignSpace space, String name) {
        if (name.isEmpty()) {
            return 0;
        }
        return space.block(name)
                .orElseThrow(() -> new InvalidInputException(NearestName.unknown(
                        "block", name, space.blocks().stream().map(Block::name).toList())));
    }

    /** The number of a level of a block, by its name or its number. */
    static int level(Block block, String name) {
        List<String> names = block.levels().stream().map(Level::name).toList();
        int place = names.indexOf(name);
        if (place >= 0) {
            return place;
        }
        return IntStream.range(0, names.size())
                .filter(level -> String.valueOf(level).equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        names.isEmpty()
                                ? "Block '" + block.name() + "' is " + block + ", which has no levels."
                                : NearestName.unknown("level", name, names)));
    }
}
