// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.FieldStepEvaluator.FieldStep;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.Fields.Field;
import org.gidn.visualisation.FieldCurves;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.Wheel;
import org.gidn.workbench.internal.views.GridCell;

/** What is shown beside a design: a component of one of its fields, in one of its steps, deformed or not, or its curves, or nothing. */
final class FieldChoice extends Composite {
    /** Stands for the curves where else a component of a field stands. */
    private static final int CURVES = -1;

    private final List<Entry> entries = new ArrayList<>();
    private final Combo combo;
    private final Button deformed;
    private final StepSlider steps;
    /** What the user chose last; null for the first field that there is. */
    private String wanted;

    private Fields fields;

    /** A component of a field or the curves; the design alone if the field is null. */
    private record Entry(String name, String field, int component) {}

    /**
     * @param chosen told when the user chooses
     * @param stepped told when another step of the same is to be seen
     */
    FieldChoice(Composite parent, Runnable chosen, Runnable stepped) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(this);
        Label show = new Label(this, SWT.NONE);
        show.setText(Messages.inspectorShow);
        combo = new Combo(this, SWT.READ_ONLY);
        Named.name(combo, show);
        Wheel.scrolls(combo);
        combo.addListener(SWT.Selection, event -> {
            wanted = combo.getText();
            enableDeformed();
            chosen.run();
        });
        GridDataFactory.fillDefaults().hint(150, SWT.DEFAULT).applyTo(combo);
        deformed = new Button(this, SWT.CHECK);
        deformed.setText(Messages.inspectorDeformed);
        // The platform gives buttons of views a light ground, on which GTK's own tick would be white.
        deformed.setForeground(getForeground());
        deformed.addListener(SWT.Selection, event -> chosen.run());
        steps = new StepSlider(this, stepped);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(steps);
        setFields(null, List.of());
    }

    private void enableDeformed() {
        boolean field = entry().field() != null && entry().component() != CURVES;
        deformed.setEnabled(field && FieldPicture.visible(fields) != 0);
        steps.setEnabled(field);
    }

    /**
     * Offers the fields of a design; the choice stays if it is still there.
     *
     * @param offered null for none
     * @param inSteps those of its steps; may be none
     */
    void setFields(Fields offered, List<FieldStep> inSteps) {
        fields = offered;
        steps.setSteps(inSteps);
        if (steps.getVisible() == inSteps.isEmpty()) {
            GridCell.show(steps, !inSteps.isEmpty());
            getParent().layout(new Control[] {steps});
        }
        List<Entry> possible = new ArrayList<>();
        possible.add(new Entry(Messages.inspectorDesign, null, 0));
        if (fields != null) {
            fields.elementFields().forEach(field -> add(possible, field));
            fields.nodeFields().forEach(field -> add(possible, field));
            if (!fields.curves().isEmpty()) {
                possible.add(new Entry(Messages.inspectorCurves, "", CURVES));
            }
        }
        if (!possible.equals(entries)) {
            entries.clear();
            entries.addAll(possible);
            combo.setItems(possible.stream().map(Entry::name).toArray(String[]::new));
            combo.select(wanted == null ? Math.min(1, possible.size() - 1) : Math.max(0, combo.indexOf(wanted)));
            combo.setEnabled(possible.size() > 1);
        }
        enableDeformed();
    }

    private static void add(List<Entry> entries, Field field) {
        List<String> components = field.components();
        for (int i = 0; i < components.size(); i++) {
            String name = components.size() == 1 ? field.name() : field.name() + " " + components.get(i);
            entries.add(new Entry(InspectorView.capitalised(name), field.name(), i));
        }
    }

    private Entry entry() {
        return entries.get(Math.max(0, combo.getSelectionIndex()));
    }

    /** The figure of what is chosen; null if that is the design alone. */
    Figure figure(DesignLayout layout) {
        Entry entry = entry();
        if (entry.field() == null) {
            return null;
        }
        if (entry.component() == CURVES) {
            return FieldCurves.of(fields);
        }
        if (steps.offered().isEmpty()) {
            double factor = deformed.getSelection() ? FieldPicture.visible(fields) : 0;
            return FieldPicture.of(fields, entry.field(), entry.component(), layout, factor);
        }
        double factor = deformed.getSelection() ? FieldPicture.visible(steps.offered()) : 0;
        return FieldPicture.of(steps.offered(), entry.field(), entry.component(), factor)
                .get(steps.shown());
    }
}
