package org.gidn.workbench.internal.views;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.gidn.core.design.DesignLayout;
import org.gidn.core.evaluation.Fields;
import org.gidn.core.evaluation.Fields.Field;
import org.gidn.visualisation.FieldCurves;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.workbench.internal.Messages;

/** The drop-down that says what is shown of a design: itself, a component of one of its fields, or its curves. */
final class FieldChoice {
    private final List<Entry> entries = new ArrayList<>();
    private final Combo combo;

    /** Stands for the curves where else a component of a field stands. */
    private static final int CURVES = -1;

    /** A component of a field or the curves; the design itself if the field is null. */
    private record Entry(String name, String field, int component) {}

    /** @param chosen told when the user chooses */
    FieldChoice(Composite parent, Runnable chosen) {
        combo = new Combo(parent, SWT.READ_ONLY);
        combo.addListener(SWT.Selection, event -> chosen.run());
        setFields(null);
    }

    Combo control() {
        return combo;
    }

    /** Offers the fields of a design, null for none; the choice stays if it is still there. */
    void setFields(Fields fields) {
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
            int kept = Math.clamp(combo.getSelectionIndex(), 0, possible.size() - 1);
            entries.clear();
            entries.addAll(possible);
            combo.setItems(possible.stream().map(Entry::name).toArray(String[]::new));
            combo.select(kept);
            combo.setEnabled(possible.size() > 1);
        }
    }

    private static void add(List<Entry> entries, Field field) {
        List<String> components = field.components();
        for (int i = 0; i < components.size(); i++) {
            String name = components.size() == 1 ? field.name() : field.name() + " " + components.get(i);
            entries.add(new Entry(InspectorView.capitalised(name), field.name(), i));
        }
    }

    /** The figure of what is chosen; null if that is the design itself. */
    Figure figure(Fields fields, DesignLayout layout) {
        Entry entry = entries.get(Math.max(0, combo.getSelectionIndex()));
        if (entry.field() == null || fields == null) {
            return null;
        }
        return entry.component() == CURVES
                ? FieldCurves.of(fields)
                : FieldPicture.of(fields, entry.field(), entry.component(), layout, 0);
    }
}
