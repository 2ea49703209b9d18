// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.gidn.core.design.DesignBatch;
import org.gidn.core.design.DesignSpace;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.screen.DesignControl;
import org.gidn.visualisation.screen.FigureControl;

/** A design with which others are compared: its picture, as large as theirs beside it, and what it is worth. */
final class ComparedDesign extends Composite {
    private final DesignControl picture;
    private final Label text;
    private double[] design;
    private double value;

    ComparedDesign(Composite parent) {
        super(parent, SWT.NONE);
        Rectangle trim = FigureControl.aroundField(new Rectangle(0, 0, 0, 0));
        GridLayoutFactory.fillDefaults()
                .extendedMargins(-trim.x, trim.width + trim.x, -trim.y, 0)
                .spacing(0, 0)
                .applyTo(this);
        picture = new DesignControl(this);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(picture);
        text = new Label(this, SWT.CENTER);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(0, trim.height + trim.y)
                .applyTo(text);
    }

    /**
     * Keeps a design to compare with.
     *
     * @param values one value a variable
     * @param worth its value; NaN if that is not known
     * @param said what stands below it
     */
    void keep(DesignSpace space, double[] values, double worth, String said) {
        design = values.clone();
        value = worth;
        text.setText(said);
        boolean drawable = DesignPicture.suits(space);
        picture.setVisible(drawable);
        if (drawable) {
            picture.setDesign(new DesignPicture(space), DesignBatch.ofValues(design.length, design), 0);
        }
    }

    /** Keeps none any more. */
    void forget() {
        design = null;
    }

    /** The design; null if there is none. */
    double[] design() {
        return design;
    }

    /** What it is worth; NaN if that is not known. */
    double value() {
        return value;
    }

    /** Marks what is different from another design. */
    void compare(double[] other) {
        picture.setMarked(variable -> design[variable] != other[variable]);
    }
}
