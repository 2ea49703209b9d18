// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.inspector;

import java.util.Arrays;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ComboBoxCellEditor;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableLayout;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.gidn.core.design.Block;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.Level;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;
import org.gidn.workbench.internal.views.GridCell;

/** The variables of a design that are no elements to click, with their values, which can be typed or chosen. */
final class VariableTable {
    private static final int MOST_ROWS = 6;

    private final TableViewer viewer;
    private DesignSpace space;
    private double[] design;
    private double[] compared;
    private TableViewerColumn other;

    /** Told what the user entered. */
    interface Entered {
        void entered(int variable, String text);
    }

    VariableTable(Composite parent, Entered entered) {
        viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        Table table = viewer.getTable();
        table.setHeaderVisible(true);
        Named.name(table, () -> Messages.inspectorVariables);
        setColumns(2);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        column(Messages.inspectorVariable).setLabelProvider(ColumnLabelProvider.createTextProvider(this::name));
        TableViewerColumn values = column(Messages.inspectorVariableValue);
        values.setLabelProvider(ColumnLabelProvider.createTextProvider(variable -> shown(variable, design)));
        values.setEditingSupport(new Values(entered));
    }

    /** Makes that many columns equally wide. */
    private void setColumns(int count) {
        TableLayout layout = new TableLayout();
        for (int i = 0; i < count; i++) {
            layout.addColumnData(new ColumnWeightData(1));
        }
        viewer.getTable().setLayout(layout);
        viewer.getTable().layout(true);
    }

    private TableViewerColumn column(String title) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        return column;
    }

    Control control() {
        return viewer.getTable();
    }

    /** Shows variables of other designs. */
    void setVariables(DesignSpace shown, int[] variables) {
        space = shown;
        design = new double[shown.variables()];
        viewer.setInput(Arrays.stream(variables).boxed().toArray());
    }

    /** Takes no room without rows, little beside pictures, and else all that there is. */
    void resize(boolean pictures) {
        Table table = viewer.getTable();
        GridData data = (GridData) table.getLayoutData();
        GridCell.show(table, table.getItemCount() > 0);
        data.grabExcessVerticalSpace = !pictures;
        data.verticalAlignment = pictures ? SWT.CENTER : SWT.FILL;
        data.heightHint = table.getHeaderHeight() + Math.min(MOST_ROWS, table.getItemCount()) * table.getItemHeight();
    }

    /** Shows the values of another design. */
    void setDesign(double[] values) {
        design = values;
        viewer.refresh();
    }

    /** Lets the user type the value of a variable. */
    void edit(int variable) {
        viewer.editElement(variable, 1);
    }

    /** Shows the values of another design beside these; null for none. */
    void compare(double[] beside) {
        compared = beside;
        if (beside != null && other == null) {
            other = column(Messages.inspectorComparedValue);
            other.setLabelProvider(ColumnLabelProvider.createTextProvider(variable -> shown(variable, compared)));
            setColumns(3);
        } else if (beside == null && other != null) {
            other.getColumn().dispose();
            other = null;
            setColumns(2);
        }
        viewer.refresh();
    }

    private String name(Object variable) {
        return space.variableName((int) variable);
    }

    private String shown(Object variable, double[] values) {
        String unit = space.blockOf((int) variable).unit();
        return space.shown((int) variable, values[(int) variable]) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** Numbers are typed, categories chosen. */
    private final class Values extends EditingSupport {
        private final Entered entered;

        Values(Entered entered) {
            super(VariableTable.this.viewer);
            this.entered = entered;
        }

        private Block block(Object variable) {
            return space.blockOf((int) variable);
        }

        @Override
        protected boolean canEdit(Object variable) {
            return true;
        }

        @Override
        protected CellEditor getCellEditor(Object variable) {
            return block(variable).levels().isEmpty()
                    ? new TextCellEditor(viewer.getTable())
                    : new ComboBoxCellEditor(
                            viewer.getTable(),
                            block(variable).levels().stream().map(Level::name).toArray(String[]::new),
                            SWT.READ_ONLY);
        }

        @Override
        protected Object getValue(Object variable) {
            double value = design[(int) variable];
            return block(variable).levels().isEmpty() ? space.shown((int) variable, value) : (Object) (int) value;
        }

        @Override
        protected void setValue(Object variable, Object value) {
            String text = value instanceof Integer level
                    ? block(variable).levels().get(level).name()
                    : (String) value;
            if (!text.equals(space.shown((int) variable, design[(int) variable]))) {
                entered.entered((int) variable, text);
            }
        }
    }
}
