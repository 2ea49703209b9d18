// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.core.design.Level;
import org.gidn.visualisation.ColourMap;
import org.gidn.visualisation.DesignGrid;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.internal.painting.FigureDrawing;
import org.junit.jupiter.api.Test;

/** The pictures of designs, pixel by pixel. */
class DesignPictureTest {
    private static final int SIDE = 20;
    /** The margin that the drawing leaves, and the height of the title. */
    private static final int LEFT = 12;

    private static final int TOP = 40;

    private static BufferedImage draw(DesignPicture picture, DesignBatch designs) {
        DesignGrid grid = new DesignGrid("", "", picture, designs, List.of(""));
        int rows = picture.blocks().get(0).rows();
        int width = (int) Math.round(picture.aspect() * rows * SIDE) + 2 * LEFT;
        int height = rows * SIDE + TOP + LEFT;
        return FigureDrawing.image(grid, width, height, 1, Theme.LIGHT);
    }

    /** The colour in the middle of an element of the whole specimen. */
    private static int colour(BufferedImage image, int row, int column) {
        return image.getRGB(LEFT + column * SIDE + SIDE / 2 + 3, TOP + row * SIDE + SIDE / 2 + 3);
    }

    @Test
    void everyElementHasItsColourInBothHalves() {
        DesignBatch designs = DesignText.parse(List.of(Examples.BEST), Examples.SPACE);
        BufferedImage image = draw(Examples.PICTURE, designs);
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 4; column++) {
                int expected = ColourMap.MATERIAL.argb(designs.value(0, 4 * row + column));
                assertEquals(expected, colour(image, row, 4 + column), "right half, row " + row);
                assertEquals(expected, colour(image, row, 3 - column), "left half, row " + row);
            }
        }
    }

    @Test
    void theCrackIsDrawnFromItsMouthToItsTip() {
        BufferedImage image = draw(Examples.PICTURE, DesignText.parse(List.of("1".repeat(32)), Examples.SPACE));
        int middle = LEFT + 4 * SIDE;
        int dark = 0xFF15181C;
        assertEquals(dark, image.getRGB(middle, TOP + 3));
        assertEquals(dark, image.getRGB(middle, TOP + 2 * SIDE - 8));
        assertTrue(image.getRGB(middle + 2, TOP + 2 * SIDE + 6) != dark, "no crack ahead of the tip");
    }

    @Test
    void theSlitOfAWholePictureIsInItsMiddle() {
        DesignPicture whole =
                new DesignPicture(DesignSpace.of(Block.binary("cells", 4, 4).drawn(new DesignLayout(false, 2))));
        BufferedImage image = draw(whole, DesignText.parse(List.of("1".repeat(16)), DesignSpace.binary(4, 4)));
        int dark = 0xFF15181C;
        assertEquals(dark, image.getRGB(LEFT + 2 * SIDE, TOP + 3));
        assertEquals(dark, image.getRGB(LEFT + 2 * SIDE, TOP + 2 * SIDE - 8));
        assertTrue(image.getRGB(LEFT, TOP + 3) != dark, "no crack at the edge");
        assertTrue(image.getRGB(LEFT + 2 * SIDE + 2, TOP + 2 * SIDE + 6) != dark, "no crack ahead of the tip");
    }

    @Test
    void aLongRowLeavesRoomToThePicturesBesideIt() {
        Block row = Block.binary("row", 1, 20);
        assertEquals(20, new DesignPicture(DesignSpace.of(row)).aspect());
        DesignPicture both = new DesignPicture(DesignSpace.of(Block.binary("cells", 4, 4), row));
        assertEquals(3.12, both.aspect(), 1e-12);
        assertEquals(0, both.variableAt(1, 1, 0, 0, 312, 100));
        assertEquals(16 + 19, both.variableAt(311, 50, 0, 0, 312, 100));
        assertEquals(-1, both.variableAt(311, 10, 0, 0, 312, 100));
    }

    @Test
    void continuousDesignsAreDrawnInBetween() {
        DesignPicture plain = new DesignPicture(DesignSpace.binary(1, 2));
        BufferedImage image = draw(plain, DesignBatch.ofValues(2, new double[] {0.25, 1}));
        assertEquals(ColourMap.MATERIAL.argb(0.25), colour(image, 0, 0));
        assertEquals(ColourMap.MATERIAL.argb(1), colour(image, 0, 1));
    }

    @Test
    void levelsHaveTheirOwnColoursOrThoseBetweenBlueAndYellow() {
        DesignSpace ramp = DesignSpace.of(
                Block.continuous("width", new double[1], new double[] {2}, "mm"),
                Block.phases("cells", 1, 3, List.of(new Level("a"), new Level("b"), new Level("c", "#ff0080"))));
        BufferedImage image = draw(new DesignPicture(ramp), DesignText.parse(List.of("1.5 | 012"), ramp));
        assertEquals(ColourMap.MATERIAL.argb(0), colour(image, 0, 0));
        assertEquals(ColourMap.MATERIAL.argb(0.5), colour(image, 0, 1));
        assertEquals(0xFFFF0080, colour(image, 0, 2));
        DesignSpace density = DesignSpace.of(Block.continuous("density", new double[2], new double[] {2, 4}, "")
                .drawn(1, 2, DesignLayout.PLAIN));
        assertEquals(
                ColourMap.MATERIAL.argb(0.5),
                new DesignPicture(density).blocks().get(0).colour(2));
        assertEquals("Designs. Yellow is 1, blue 0.", new DesignPicture(DesignSpace.binary(1, 2)).caption("Designs."));
        assertEquals("Designs.", new DesignPicture(density).caption("Designs."));
        assertFalse(DesignPicture.suits(DesignSpace.continuous(new double[1], new double[] {1})));
    }

    @Test
    void allPicturesOfADesignStandSideBySide() {
        DesignSpace space = DesignSpace.of(
                Block.binary("core", 2, 2),
                Block.continuous("width", new double[1], new double[] {2}, "mm"),
                Block.phases("skin", 2, 3, List.of(new Level("a", "#ff0080"), new Level("b", "#00ff80"))));
        DesignPicture picture = new DesignPicture(space);
        BufferedImage image = draw(picture, DesignText.parse(List.of("0111 | 1.5 | 010101"), space));
        assertEquals(ColourMap.MATERIAL.argb(0), colour(image, 0, 0));
        assertEquals(ColourMap.MATERIAL.argb(1), colour(image, 1, 0));
        int gap = (int) Math.round(0.12 * 2 * SIDE);
        for (int column = 0; column < 3; column++) {
            int expected = column % 2 == 0 ? 0xFFFF0080 : 0xFF00FF80;
            assertEquals(expected, image.getRGB(LEFT + (2 + column) * SIDE + gap + SIDE / 2 + 3, TOP + SIDE / 2 + 3));
        }
        assertEquals("Designs. From left to right: core (yellow is 1, blue 0), skin.", picture.caption("Designs."));
        double width = picture.aspect() * 200;
        assertEquals(1, picture.variableAt(150, 50, 0, 0, width, 200));
        assertEquals(-1, picture.variableAt(212, 50, 0, 0, width, 200), "between the two");
        assertEquals(10, picture.variableAt(width - 1, 199, 0, 0, width, 200));
    }

    @Test
    void aClickFindsTheVariableThatIsDrawnThere() {
        DesignPicture picture = Examples.PICTURE;
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                int expected = 4 * row + (column < 4 ? 3 - column : column - 4);
                assertEquals(expected, picture.variableAt(column * 30 + 15, 100 + row * 30 + 15, 0, 100, 240, 240));
            }
        }
        assertEquals(-1, picture.variableAt(-1, 110, 0, 100, 240, 240));
        assertEquals(-1, picture.variableAt(10, 99, 0, 100, 240, 240));
        assertEquals(-1, picture.variableAt(241, 110, 0, 100, 240, 240));
    }

    @Test
    void aDesignOfAnotherSizeIsRefused() {
        DesignBatch small = DesignText.parse(List.of("0101"), DesignSpace.binary(2, 2));
        String message = assertThrows(InvalidInputException.class, () -> draw(Examples.PICTURE, small))
                .getMessage();
        assertTrue(message.contains("4 variables") && message.contains("8 × 4"), message);
    }
}
