package org.gidn.workbench.internal.editor;

import java.util.List;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
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

/**
 * One setting on a form: its name, a control that fits its type, its unit. Made from the declaration alone. Whatever is
 * typed goes into the file at once; what is refused is marked beside the control with the reason.
 */
public final class SettingRow {
    /** The columns that a row takes in its parent's grid. */
    public static final int COLUMNS = 3;

    private static final int INDENT = 8;

    private final ExperimentModel model;
    private final List<String> path;
    private final Parameter parameter;
    private final Control control;
    private final ControlDecoration refusal;
    private boolean refreshing;

    public SettingRow(
            Composite parent, FormToolkit toolkit, ExperimentModel model, List<String> path, Parameter parameter) {
        this.model = model;
        this.path = path;
        this.parameter = parameter;
        Label label = toolkit.createLabel(parent, Words.of(parameter.name()) + ":");
        label.setToolTipText(parameter.description());
        control = createControl(parent, toolkit);
        control.setToolTipText(Words.explanation(parameter));
        boolean wide = parameter.type() == Parameter.Type.TEXT;
        GridDataFactory.fillDefaults()
                .align(wide ? SWT.FILL : SWT.LEFT, SWT.CENTER)
                .grab(wide, false)
                .span(wide ? COLUMNS - 1 : 1, 1)
                .indent(INDENT, 0)
                .hint(wide || control instanceof Button ? SWT.DEFAULT : 150, SWT.DEFAULT)
                .applyTo(control);
        if (!wide) {
            Label unit = toolkit.createLabel(parent, parameter.unit());
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
                combo.addListener(SWT.Selection, event -> write(combo.getText()));
                yield combo;
            }
            default -> {
                Text text = toolkit.createText(parent, "", SWT.BORDER);
                text.setMessage(parameter.defaultValue() == null ? "" : parameter.defaultValue());
                text.addListener(SWT.Modify, event -> write(text.getText().strip()));
                yield text;
            }
        };
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

    /** Shows what the file has now. */
    public void refresh() {
        String value = model.value(path).orElse("");
        refreshing = true;
        String shown = value.isEmpty() && parameter.defaultValue() != null ? parameter.defaultValue() : value;
        if (control instanceof Button button) {
            button.setSelection(shown.equals("true"));
        } else if (control instanceof Combo combo && !combo.getText().equals(shown)) {
            combo.setText(shown);
        } else if (control instanceof Text text && !text.getText().strip().equals(value)) {
            text.setText(value);
        }
        refreshing = false;
        check(value);
    }
}
