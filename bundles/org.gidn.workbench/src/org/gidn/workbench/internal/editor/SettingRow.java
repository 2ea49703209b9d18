// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.editor;

import java.util.List;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.PixelConverter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.gidn.core.InvalidInputException;
import org.gidn.core.settings.Parameter;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.TabKey;
import org.gidn.workbench.internal.Wheel;

/**
 * One setting on a form: its name, a control that fits its type, its unit. Made from the declaration alone. Whatever is
 * typed goes into the file at once; what is refused is marked beside the control with the reason.
 */
public final class SettingRow {
    /** The columns that a row takes in its parent's grid. */
    public static final int COLUMNS = 3;

    /** How far the settings of a part are indented against the part, in pixels. */
    static final int LEVEL = 16;

    private static final int MOST_LINES = 12;
    private static final int INDENT = 8;
    private static final int LABEL_CHARACTERS = 24;

    private final ExperimentModel model;
    private final List<String> path;
    private final Parameter parameter;
    private final Label label;
    private final Control control;
    private final Label unit;
    private final ControlDecoration refusal;
    private boolean refreshing;

    public SettingRow(
            Composite parent, FormToolkit toolkit, ExperimentModel model, List<String> path, Parameter parameter) {
        this(parent, toolkit, model, path, parameter, 0);
    }

    /** @param level the number of parts that this setting stands in, each indented against the other */
    SettingRow(
            Composite parent,
            FormToolkit toolkit,
            ExperimentModel model,
            List<String> path,
            Parameter parameter,
            int level) {
        this.model = model;
        this.path = path;
        this.parameter = parameter;
        label = addLabel(parent, toolkit, Words.of(parameter.name()) + ":", level);
        label.setToolTipText(parameter.description());
        control = createControl(parent, toolkit);
        Named.name(control, label);
        control.setToolTipText(Words.explanation(parameter));
        control.addListener(SWT.FocusOut, event -> model.endField());
        boolean wide = parameter.type() == Parameter.Type.TEXT || parameter.type() == Parameter.Type.PATH;
        GridDataFactory.fillDefaults()
                .align(wide ? SWT.FILL : SWT.LEFT, SWT.CENTER)
                .grab(wide, false)
                .span(wide ? COLUMNS - 1 : 1, 1)
                .indent(INDENT, 0)
                .hint(wide || control instanceof Button ? SWT.DEFAULT : 150, height())
                .applyTo(control);
        if (wide) {
            unit = null;
        } else {
            unit = toolkit.createLabel(parent, parameter.unit());
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .align(SWT.FILL, SWT.CENTER)
                    .applyTo(unit);
        }
        refusal = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
        refusal.setImage(FieldDecorationRegistry.getDefault()
                .getFieldDecoration(FieldDecorationRegistry.DEC_ERROR)
                .getImage());
        refusal.hide();
        refresh();
    }

    /** The label of a row, so wide that the controls of all levels stand below each other. */
    public static Label addLabel(Composite parent, FormToolkit toolkit, String text, int level) {
        Label label = toolkit.createLabel(parent, text);
        int width = new PixelConverter(parent).convertWidthInCharsToPixels(LABEL_CHARACTERS) - level * LEVEL;
        GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private Control createControl(Composite parent, FormToolkit toolkit) {
        return switch (parameter.type()) {
            case BOOLEAN -> {
                Button button = toolkit.createButton(parent, "", SWT.CHECK);
                button.addListener(SWT.Selection, event -> write(Boolean.toString(button.getSelection())));
                yield button;
            }
            case CHOICE -> {
                Combo combo = new Combo(parent, SWT.READ_ONLY);
                combo.setItems(parameter.choices().toArray(String[]::new));
                Wheel.scrolls(combo);
                combo.addListener(SWT.Selection, event -> write(combo.getText()));
                yield combo;
            }
            default -> {
                Text text = toolkit.createText(
                        parent, "", SWT.BORDER | (inLines() ? SWT.MULTI | SWT.V_SCROLL : SWT.SINGLE));
                text.setMessage(placeholder());
                TabKey.leaves(text);
                text.addListener(SWT.Modify, event -> write(text.getText().strip()));
                yield text;
            }
        };
    }

    private int height() {
        if (!(control instanceof Text text) || (text.getStyle() & SWT.MULTI) == 0) {
            return SWT.DEFAULT;
        }
        long lines = model.value(path).orElse("").lines().count();
        return text.getLineHeight() * (int) Math.min(lines + 1, MOST_LINES);
    }

    /** Whether the file has several lines here, which a field of one line would run together. */
    private boolean inLines() {
        return model.value(path).filter(value -> value.contains("\n")).isPresent();
    }

    private String placeholder() {
        if (parameter.defaultValue() == null) {
            return "";
        }
        return parameter.defaultValue().isEmpty() ? Messages.settingUnset : plain(parameter.defaultValue());
    }

    /** A number without the marks that group its thousands in the file. */
    private String plain(String value) {
        boolean number = parameter.type() == Parameter.Type.INTEGER || parameter.type() == Parameter.Type.REAL;
        return number ? value.replace("_", "") : value;
    }

    private void write(String value) {
        if (!refreshing) {
            String asDefault = parameter.type() == Parameter.Type.TEXT ? null : parameter.defaultValue();
            boolean untouched = model.value(path).isEmpty() && value.equals(asDefault);
            if (!untouched) {
                model.set(path, value);
            }
            check(value);
        }
    }

    private void check(String value) {
        try {
            if (!value.isEmpty()) {
                parameter.convert(value);
            } else if (parameter.defaultValue() == null) {
                throw new InvalidInputException(Messages.settingMissing);
            }
            refusal.hide();
        } catch (InvalidInputException e) {
            refusal.setDescriptionText(e.getMessage());
            refusal.show();
        }
    }

    /** Calls the setting something that says more where it stands. */
    public void setLabel(String text) {
        label.setText(text);
    }

    /** Shows the row or takes it out of the form. */
    public void setVisible(boolean visible) {
        for (Control part : new Control[] {label, control, unit}) {
            if (part != null) {
                part.setVisible(visible);
                ((GridData) part.getLayoutData()).exclude = !visible;
            }
        }
    }

    /** Shows what the file has now. */
    public void refresh() {
        String value = model.value(path).orElse("");
        refreshing = true;
        String shown = value.isEmpty() && parameter.defaultValue() != null ? parameter.defaultValue() : value;
        if (control instanceof Button button) {
            button.setSelection(shown.equals("true"));
        } else if (control instanceof Combo combo && !combo.getText().equals(shown)) {
            combo.setText(shown);
        } else if (control instanceof Text text
                && !plain(text.getText().strip()).equals(plain(value).strip())) {
            text.setText(plain(value).strip());
        }
        refreshing = false;
        check(value);
    }
}
