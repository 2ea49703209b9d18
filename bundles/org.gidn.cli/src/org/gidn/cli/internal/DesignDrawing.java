// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;

/**
 * A picture of a design drawn with characters, two a variable, lighter or darker by its level; the whole picture if it is
 * mirrored, a slit as a gap of one character. Beyond its end that character belongs to the element at its left.
 */
final class DesignDrawing {
    private static final String RESET = "\033[0m";
    /** From the lowest to the highest: blue to yellow, of the 256 colours of terminals. */
    private static final int[] COLOURS = {25, 67, 109, 150, 220};

    private final DesignSpace space;
    private final int block;
    private final Block cells;
    private final String[] shades;
    private final String end;

    private DesignDrawing(DesignSpace space, int block, String[] shades, String end) {
        this.space = space;
        this.block = block;
        this.cells = space.blocks().get(block);
        this.shades = shades;
        this.end = end;
    }

    /** How to draw a block of a session's designs: yellow and blue on a terminal, else without colours. */
    static DesignDrawing of(Session session, DesignSpace space, int block) {
        String full = session.blocks() ? "█" : "#";
        if (session.terminal()) {
            return new DesignDrawing(
                    space,
                    block,
                    IntStream.of(COLOURS)
                            .mapToObj(colour -> "\033[38;5;" + colour + "m" + full)
                            .toArray(String[]::new),
                    RESET);
        }
        String[] shades = session.blocks() ? new String[] {"░", "▒", "▓", "█"} : new String[] {".", "-", "+", "#"};
        return new DesignDrawing(space, block, shades, "");
    }

    /** What the characters mean. */
    String legend() {
        if (cells.levels().isEmpty()) {
            return doubled(shades[shades.length - 1]) + " high  " + doubled(shades[0]) + " low";
        }
        return IntStream.iterate(cells.levels().size() - 1, level -> level >= 0, level -> level - 1)
                .mapToObj(level -> doubled(shade(level, 0)) + " "
                        + cells.levels().get(level).name())
                .collect(Collectors.joining("  "));
    }

    private String doubled(String shade) {
        return shade + shade + end;
    }

    /** Draws the first design of a batch, a line for each row, each begun by two blanks. */
    String draw(DesignBatch designs) {
        StringBuilder text = new StringBuilder();
        DesignLayout layout = cells.layout();
        int across = layout.across(cells.columns());
        for (int row = 0; row < cells.rows(); row++) {
            text.append("  ");
            String left = "";
            for (int place = 0; place < across; place++) {
                boolean middle = place == across / 2 && (layout.mirrored() || layout.slitRows() > 0);
                if (middle) {
                    text.append(row < layout.slitRows() ? " " : left);
                }
                int variable = row * cells.columns() + layout.column(place, cells.columns());
                left = shade(designs.value(0, space.first(block) + variable), variable);
                text.append(left).append(left);
            }
            text.append(end).append(System.lineSeparator());
        }
        return text.toString();
    }

    /** More levels than there are shades are told by the characters of their text. */
    private String shade(double value, int variable) {
        int levels = cells.levels().size();
        if (levels > shades.length) {
            return String.valueOf(Character.forDigit((int) value, Block.MOST_LEVELS));
        }
        double share = (value - cells.lower(variable)) / (cells.upper(variable) - cells.lower(variable));
        return shades[(int) Math.round(share * (shades.length - 1))];
    }
}
