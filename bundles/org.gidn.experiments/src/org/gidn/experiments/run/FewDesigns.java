// SPDX-License-Identifier: Apache-2.0
package org.gidn.experiments.run;

import java.util.List;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.problem.DesignRule;

/**
 * All designs of a space that has few, to find out before a run whether any of them keeps to all rules. Used by one thread.
 */
final class FewDesigns {
    /** So many designs are looked at within a second. */
    static final long MOST = 1 << 16;

    private final DesignSpace space;
    private final List<DesignRule> rules;
    private final List<int[]> groups;
    private final double[] design;

    private FewDesigns(DesignSpace space, List<DesignRule> rules) {
        this.space = space;
        this.rules = rules;
        groups = space.groups();
        design = new double[space.variables()];
        for (int j = 0; j < design.length; j++) {
            design[j] = space.fixed(j).orElse(0);
        }
    }

    /** Whether the space has so few designs that all were looked at, and none keeps to all rules. */
    static boolean noneKeeps(DesignSpace space, List<DesignRule> rules) {
        if (rules.isEmpty()
                || space.blocks().stream().anyMatch(block -> block.levels().isEmpty())) {
            return false;
        }
        FewDesigns few = new FewDesigns(space, rules);
        long designs = 1;
        for (int[] group : few.groups) {
            Block block = space.blockOf(group[0]);
            designs *= block.levels().size();
            if (designs > MOST) {
                return false;
            }
        }
        return !few.keeps(0);
    }

    /** Whether any design keeps that goes on from the groups before one. */
    private boolean keeps(int group) {
        if (group == groups.size()) {
            return space.contains(DesignBatch.ofValues(design.length, design), 0)
                    && rules.stream().allMatch(rule -> rule.violation(design.clone()) == 0);
        }
        int levels = space.blockOf(groups.get(group)[0]).levels().size();
        for (int level = 0; level < levels; level++) {
            for (int j : groups.get(group)) {
                design[j] = level;
            }
            if (keeps(group + 1)) {
                return true;
            }
        }
        return false;
    }
}
