// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.visualisation.BlockPicture;
import org.gidn.workbench.internal.Messages;

/**
 * What the colours of a design's pictures mean: the levels of each block. One of a block's levels can be chosen, to be given to
 * the elements that are clicked.
 */
final class LevelPalette extends Composite {
    private static final int SIDE = 12;

    private final List<ToolItem[]> items = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();

    LevelPalette(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(this);
        addListener(SWT.Dispose, event -> disposeImages());
    }

    /** Shows the levels of other designs; none is chosen. */
    void setSpace(DesignSpace space) {
        for (Control child : getChildren()) {
            child.dispose();
        }
        disposeImages();
        items.clear();
        boolean several = space.blocks().stream().filter(LevelPalette::suits).count() > 1;
        for (int number = 0; number < space.blocks().size(); number++) {
            Block block = space.blocks().get(number);
            items.add(suits(block) ? add(block, new BlockPicture(space, number), several) : new ToolItem[0]);
        }
    }

    private static boolean suits(Block block) {
        return block.picture() && !block.levels().isEmpty();
    }

    private ToolItem[] add(Block block, BlockPicture picture, boolean named) {
        new Label(this, SWT.NONE).setText(named ? block.name() : "");
        ToolBar bar = new ToolBar(this, SWT.FLAT | SWT.RIGHT | SWT.WRAP);
        ToolItem[] levels = new ToolItem[block.levels().size()];
        for (int level = 0; level < levels.length; level++) {
            levels[level] = new ToolItem(bar, SWT.CHECK);
            levels[level].setText(block.levels().get(level).name());
            levels[level].setImage(swatch(picture.colour(level)));
            levels[level].setToolTipText(Messages.inspectorLevelHint);
            levels[level].addListener(SWT.Selection, event -> {
                for (ToolItem other : levels) {
                    other.setSelection(other == event.widget && other.getSelection());
                }
            });
        }
        return levels;
    }

    private Image swatch(int argb) {
        Color colour = new Color(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF);
        Image image = new Image(
                getDisplay(),
                (gc, width, height) -> {
                    gc.setBackground(colour);
                    gc.fillRectangle(0, 0, width, height);
                },
                SIDE,
                SIDE);
        images.add(image);
        return image;
    }

    /** The level of a block that is chosen; −1 if none is. */
    int chosen(int block) {
        for (int level = 0; level < items.get(block).length; level++) {
            if (items.get(block)[level].getSelection()) {
                return level;
            }
        }
        return -1;
    }

    private void disposeImages() {
        images.forEach(Image::dispose);
        images.clear();
    }
}
