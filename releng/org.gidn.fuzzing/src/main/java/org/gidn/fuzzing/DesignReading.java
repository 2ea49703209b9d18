// SPDX-License-Identifier: Apache-2.0
package org.gidn.fuzzing;

import java.util.List;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;

/** Designs as text: the first byte says of which space. */
final class DesignReading implements Reading {
    private static final List<DesignSpace> SPACES = Spaces.ALL;

    @Override
    public List<byte[]> seeds() {
        return Texts.seeds(
                "0" + "0110", "0" + "0.5 1 0 0.25", "1" + "0.1, 0.2", "2" + "1", "0" + "1.1E+3", "3010101010");
    }

    @Override
    public void read(byte[] input) {
        if (input.length == 0) {
            return;
        }
        DesignSpace space = SPACES.get(Math.floorMod(input[0], SPACES.size()));
        List<String> lines = Texts.of(input).substring(1).lines().toList();
        DesignBatch designs = DesignText.parse(lines, space);
        Spaces.checkRoundTrip(space, designs);
    }
}
