// SPDX-License-Identifier: Apache-2.0
package org.gidn.cli.internal;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;

/**
 * A binary design drawn with characters, two a variable: stiff and soft elements, the whole specimen if the design is
 * mirrored, the crack as a gap of one character. Ahead of the tip that character belongs to the element at its left.
 */
final class DesignDrawing {
    private static final String RESET = "\033[0m";

    private final String stiff;
    private final String soft;
    private final String end;

    private DesignDrawing(String stiff, String soft, String end) {
        this.stiff = stiff;
        this.soft = soft;
        this.end = end;
    }

    /** How to draw in a session: yellow and blue on a terminal, else without colours. */
    static DesignDrawing of(Session session) {
        String block = session.blocks() ? "█" : "#";
        if (session.terminal()) {
            return new DesignDrawing("\033[38;5;220m" + block, "\033[38;5;25m" + block, RESET);
        }
        return new DesignDrawing(block, session.blocks() ? "░" : ".", "");
    }

    /** What the characters mean. */
    String legend() {
        return stiff + stiff + end + " stiff  " + soft + soft + end + " soft";
    }

    /** Draws the first design of a batch, a line for each row, each begun by two blanks. */
    String draw(DesignBatch designs, DesignSpace space, DesignLayout layout) {
        StringBuilder text = new StringBuilder();
        int across = layout.across(space.columns());
        for (int row = 0; row < space.rows(); row++) {
            text.append("  ");
            String left = "";
            for (int place = 0; place < across; place++) {
                boolean middle = place == across / 2 && (layout.mirrored() || layout.crackRows() > 0);
                if (middle) {
                    text.append(row < layout.crackRows() ? " " : left);
                }
                left = cell(designs, space, row, layout.column(place, space.columns()));
                text.append(left).append(left);
            }
            text.append(end).append(System.lineSeparator());
        }
        return text.toString();
    }

    private String cell(DesignBatch designs, DesignSpace space, int row, int column) {
        return designs.value(0, row * space.columns() + column) > 0.5 ? stiff : soft;
    }
}
