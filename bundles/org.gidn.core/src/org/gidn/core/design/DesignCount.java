// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the designs of one discrete block of a space, see {@link DesignSpace#count()}. */
final class DesignCount {
    private DesignCount() {}

    static BigInteger of(DesignSpace space, int number) {
        Block block = space.blocks().get(number);
        Cells cells = Cells.of(space, number);
        if (!cells.limited()) {
            return free(space, number);
        }
        return cells.sizes().length == 0 || Arrays.stream(cells.sizes()).allMatch(size -> size == 1)
                ? equalCells(cells, block.levels().size())
                : groups(cells, block.levels().size());
    }

    /** Every group of tied variables has any of its values. */
    private static BigInteger free(DesignSpace space, int number) {
        BigInteger count = BigInteger.ONE;
        for (int j = space.first(number); j < space.first(number + 1); j++) {
            if (space.fixed(j).isEmpty() && space.leader(j) == j) {
                count = count.multiply(BigInteger.valueOf((long) space.upper(j) - (long) space.lower(j) + 1));
            }
        }
        return count;
    }

    /** The ways to share cells among levels: sums of products of binomial coefficients, level by level. */
    private static BigInteger equalCells(Cells cells, int levels) {
        int free = cells.sizes().length;
        BigInteger[] ways = new BigInteger[free + 1];
        Arrays.fill(ways, BigInteger.ZERO);
        ways[0] = BigInteger.ONE;
        for (int level = 0; level < levels; level++) {
            BigInteger[] more = new BigInteger[free + 1];
            Arrays.fill(more, BigInteger.ZERO);
            for (int used = 0; used <= free; used++) {
                BigInteger binomial = BigInteger.ONE;
                for (int taken = 0; taken <= Math.min(free - used, cells.most(level)); taken++) {
                    if (taken >= cells.least(level) && ways[used].signum() > 0) {
                        more[used + taken] = more[used + taken].add(ways[used].multiply(binomial));
                    }
                    binomial = binomial.multiply(BigInteger.valueOf(free - used - taken))
                            .divide(BigInteger.valueOf(taken + 1L));
                }
            }
            ways = more;
        }
        return ways[free];
    }

    /** The ways to give groups of different sizes to levels, by the numbers of cells that the levels have so far. */
    private static BigInteger groups(Cells cells, int levels) {
        Map<List<Integer>, BigInteger> ways = Map.of(Collections.nCopies(levels, 0), BigInteger.ONE);
        for (int size : cells.sizes()) {
            Map<List<Integer>, BigInteger> more = new HashMap<>();
            ways.forEach((counts, count) -> {
                for (int level = 0; level < levels; level++) {
                    int raised = counts.get(level) + size;
                    if (raised <= cells.most(level)) {
                        List<Integer> next = new ArrayList<>(counts);
                        next.set(level, raised);
                        more.merge(next, count, BigInteger::add);
                    }
                }
            });
            ways = more;
        }
        return ways.entrySet().stream()
                .filter(entry -> {
                    for (int level = 0; level < levels; level++) {
                        if (entry.getKey().get(level) < cells.least(level)) {
                            return false;
                        }
                    }
                    return true;
                })
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
