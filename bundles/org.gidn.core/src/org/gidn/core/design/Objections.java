// SPDX-License-Identifier: Apache-2.0
package org.gidn.core.design;

import java.util.Optional;

/** Finds out why a design is none of a space's, to follow the design's name in a sentence. */
final class Objections {
    private Objections() {}

    static Optional<String> to(DesignSpace space, double[] design) {
        return values(space, design)
                .or(() -> bound(space, design))
                .or(() -> counts(space, design))
                .or(() -> linears(space, design));
    }

    private static Optional<String> values(DesignSpace space, double[] design) {
        for (int b = 0; b < space.blocks().size(); b++) {
            Block block = space.blocks().get(b);
            for (int j = 0; j < block.variables(); j++) {
                double value = design[space.first(b) + j];
                if (!block.allows(j, value)) {
                    return Optional.of("has " + value + " as variable "
                            + (space.blocks().size() == 1 ? j + 1 : block.variableName(j)) + ", where "
                            + block.allowed(j) + " is allowed");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> bound(DesignSpace space, double[] design) {
        for (int j = 0; j < design.length && space.bound(); j++) {
            if (space.fixed(j).isPresent() && design[j] != space.fixed(j).getAsDouble()) {
                return Optional.of("has " + space.shown(j, design[j]) + " at " + space.variableName(j)
                        + ", which is fixed at " + space.shown(j, space.fixed(j).getAsDouble()));
            }
            if (design[j] != design[space.leader(j)]) {
                return Optional.of("has " + space.shown(j, design[j]) + " at " + space.variableName(j)
                        + ", which is tied to " + space.variableName(space.leader(j)) + " with "
                        + space.shown(space.leader(j), design[space.leader(j)]));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> counts(DesignSpace space, double[] design) {
        for (LevelCount count : space.counts()) {
            Block block = space.blocks().get(count.block());
            int found = 0;
            for (int j = 0; j < block.variables(); j++) {
                found += design[space.first(count.block()) + j] == count.level() ? 1 : 0;
            }
            if (found < count.least() || found > count.most()) {
                return Optional.of("has " + found + " " + cells(space, count, found) + " instead of "
                        + (count.exact() ? count.least() : count.least() + " to " + count.most()));
            }
        }
        return Optional.empty();
    }

    /** What is counted, e.g. {@code zeros} or {@code cells of steel}. */
    private static String cells(DesignSpace space, LevelCount count, int found) {
        if (space.zeros().isPresent()) {
            return (count.level() == 0 ? "zero" : "one") + (found == 1 ? "" : "s");
        }
        Block block = space.blocks().get(count.block());
        return (found == 1 ? "cell of " : "cells of ")
                + block.levels().get(count.level()).name();
    }

    private static Optional<String> linears(DesignSpace space, double[] design) {
        for (Linear linear : space.linears()) {
            if (linear.violation(design) > 0) {
                double sum = linear.sum(design);
                return Optional.of("has " + sum + " as " + linear.name() + ", where "
                        + (sum < linear.least() ? linear.least() + " is the least" : linear.most() + " is the most"));
            }
        }
        return Optional.empty();
    }
}
