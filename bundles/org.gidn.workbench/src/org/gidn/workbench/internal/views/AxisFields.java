// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.AxisChoice;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;

/** One axis in a row of five cells: its name, title, ends and scale. */
final class AxisFields {
    private final Text title;
    private final Text lower;
    private final Text upper;
    private final Combo scale;

    /**
     * @param name which axis it is
     * @param own the axis as the figure has it
     * @param changed is told of every change
     */
    AxisFields(Composite parent, String name, Axis own, AxisChoice chosen, Runnable changed) {
        new Label(parent, SWT.NONE).setText(name);
        title = text(parent, 240, own.label(), chosen.title());
        lower = text(parent, 90, rounded(own.lower()), end(chosen.lower()));
        upper = text(parent, 90, rounded(own.upper()), end(chosen.upper()));
        scale = new Combo(parent, SWT.READ_ONLY);
        name(title, name, Messages.axesName);
        name(lower, name, Messages.axesFrom);
        name(upper, name, Messages.axesTo);
        name(scale, name, Messages.axesScale);
        scale.setItems(Messages.axesLinear, Messages.axesLogarithmic);
        scale.select(chosen.logarithmic() ? 1 : 0);
        boolean numbers = own.scale() != Axis.Scale.CATEGORIES;
        lower.setEnabled(numbers);
        upper.setEnabled(numbers);
        scale.setEnabled(numbers);
        title.addListener(SWT.Modify, event -> changed.run());
        lower.addListener(SWT.Modify, event -> changed.run());
        upper.addListener(SWT.Modify, event -> changed.run());
        scale.addListener(SWT.Selection, event -> changed.run());
    }

    /** A field is called by its row and its column. */
    private static void name(Control field, String axis, String heading) {
        Named.name(field, () -> axis + ": " + heading);
    }

    private static Text text(Composite parent, int width, String hint, String content) {
        Text text = new Text(parent, SWT.BORDER);
        text.setMessage(hint);
        text.setText(content);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(width > 100, false)
                .hint(width, SWT.DEFAULT)
                .applyTo(text);
        return text;
    }

    /** As much of an end of the figure's own as a field has room for. */
    private static String rounded(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String end(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /**
     * What stands in the fields.
     *
     * @throws InvalidInputException if it is no range that can be shown
     */
    AxisChoice choice() {
        return new AxisChoice(title.getText().strip(), scale.getSelectionIndex() == 1, number(lower), number(upper));
    }

    private static double number(Text field) {
        String text = field.getText().strip();
        try {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(NLS.bind(Messages.axesNumber, text), e);
        }
    }
}
