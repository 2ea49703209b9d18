package org.gidn.cli.internal;

import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;

/**
 * A binary design drawn with characters, two a variable: stiff and soft elements, the whole specimen if the design is
 * mirrored, the crack as a gap.
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
        for (int row = 0; row < space.rows(); row++) {
            boolean cracked = row < layout.crackRows();
            text.append("  ");
            if (layout.mirrored()) {
                for (int column = space.columns() - 1; column >= 0; column--) {
                    element(text, designs, space, row, column);
                }
                // The middle belongs to both halves, which are equal there.
                text.append(cracked ? " " : cell(designs, space, row, 0));
            } else if (layout.crackRows() > 0) {
                text.append(cracked ? " " : cell(designs, space, row, 0));
            }
            for (int column = 0; column < space.columns(); column++) {
                element(text, designs, space, row, column);
            }
            text.append(end).append(System.lineSeparator());
        }
        return text.toString();
    }

    private void element(StringBuilder text, DesignBatch designs, DesignSpace space, int row, int column) {
        String cell = cell(designs, space, row, column);
        text.append(cell).append(cell);
    }

    private String cell(DesignBatch designs, DesignSpace space, int row, int column) {
        return designs.value(0, row * space.columns() + column) > 0.5 ? stiff : soft;
    }
}
