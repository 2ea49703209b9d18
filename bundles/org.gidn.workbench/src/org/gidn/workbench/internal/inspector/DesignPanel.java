// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.gidn.core.InvalidInputException;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.screen.DesignControl;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.views.GridCell;

/**
 * A design that can be changed by hand, whatever its blocks are: the pictures, in which a click gives an element the next
 * level or the one chosen below them, and a table of the numbers and categories. Variables that are tied change together.
 */
final class DesignPanel extends Composite {
    private static final int SPACING = 4;

    private final Consumer<double[]> changed;
    private final Consumer<String> refused;
    private final DesignControl picture;
    private final LevelPalette palette;
    private final VariableTable table;
    private DesignSpace space;
    private double[] design;

    /**
     * @param changed receives the design, one value a variable, whenever the user changed it
     * @param refused receives the sentence that says why a change was not made
     */
    DesignPanel(Composite parent, Consumer<double[]> changed, Consumer<String> refused) {
        super(parent, SWT.NONE);
        this.changed = changed;
        this.refused = refused;
        GridLayoutFactory.fillDefaults().spacing(SPACING, SPACING).applyTo(this);
        picture = new DesignControl(this);
        picture.addElementListener(this::click);
        picture.setElementText(variable -> NLS.bind(
                Messages.inspectorElement, space.variableName(variable), space.shown(variable, design[variable])));
        GridDataFactory.fillDefaults().grab(true, true).applyTo(picture);
        palette = new LevelPalette(this);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.CENTER, SWT.CENTER)
                .applyTo(palette);
        table = new VariableTable(this, this::enter);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table.control());
    }

    /** How the pictures of the designs shown are drawn; null if they have none. */
    DesignPicture picture() {
        return space != null && drawable() ? new DesignPicture(space) : null;
    }

    /** The height of all that stands below the picture, in a panel of a width. */
    int heightBelow(int width) {
        int height = 0;
        for (Control child : getChildren()) {
            if (child != picture && !((GridData) child.getLayoutData()).exclude) {
                int hint = ((GridData) child.getLayoutData()).heightHint;
                height += SPACING + child.computeSize(width, hint).y;
            }
        }
        return height;
    }

    /** The width that all that stands below the picture would like to have. */
    int widthBelow() {
        return palette.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    }

    /** Marks what is different from another design; null for nothing. */
    void compare(double[] other) {
        picture.setMarked(variable -> other != null && design[variable] != other[variable]);
        table.compare(other);
    }

    /** Shows a design; a space of other blocks gets other controls. */
    void setDesign(DesignSpace shown, double[] values) {
        design = values.clone();
        if (!shown.equals(space)) {
            space = shown;
            setSpace();
        }
        if (drawable()) {
            picture.setDesign(new DesignPicture(space), DesignBatch.ofValues(design.length, design), 0);
        }
        table.setDesign(design);
    }

    private void setSpace() {
        GridCell.show(picture, drawable());
        palette.setSpace(space);
        GridCell.show(palette, drawable());
        table.setVariables(
                space,
                IntStream.range(0, space.variables())
                        .filter(variable -> !clickable(space.blockOf(variable)))
                        .toArray());
        table.resize(drawable());
        layout(true, true);
    }

    private static boolean clickable(Block block) {
        return block.picture() && !block.levels().isEmpty();
    }

    private boolean drawable() {
        return DesignPicture.suits(space);
    }

    /** What a click on the element of a variable does. */
    void click(int variable) {
        int levels = space.blockOf(variable).levels().size();
        if (levels == 0) {
            table.edit(variable);
            return;
        }
        int block = space.blocks().indexOf(space.blockOf(variable));
        int chosen = palette.chosen(block);
        set(variable, chosen >= 0 ? chosen : (Math.clamp(Math.rint(design[variable]), 0, levels - 1.0) + 1) % levels);
    }

    /** What typing the value of a variable does. */
    void enter(String name, String text) {
        IntStream.range(0, space.variables())
                .filter(variable -> space.variableName(variable).equals(name))
                .forEach(variable -> enter(variable, text));
    }

    private void enter(int variable, String text) {
        try {
            set(variable, space.read(variable, text));
        } catch (InvalidInputException e) {
            refused.accept(e.getMessage());
        }
    }

    private void set(int variable, double value) {
        if (space.fixed(variable).isPresent()) {
            refused.accept(NLS.bind(
                    Messages.inspectorFixed,
                    space.variableName(variable),
                    space.shown(variable, space.fixed(variable).getAsDouble())));
            return;
        }
        for (int other = 0; other < design.length; other++) {
            if (space.leader(other) == space.leader(variable)) {
                design[other] = value;
            } else if (!space.blockOf(other).levels().isEmpty()) {
                // What was on its way to a design becomes one.
                design[other] = Math.clamp(
                        Math.rint(design[other]),
                        0,
                        space.blockOf(other).levels().size() - 1.0);
            }
        }
        setDesign(space, design);
        changed.accept(design.clone());
    }

    @Override
    public boolean setFocus() {
        return picture.getVisible() ? picture.setFocus() : table.control().setFocus();
    }
}
