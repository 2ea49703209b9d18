// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.OwnerDrawLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.screen.DesignPainter;
import org.gidn.workbench.internal.Messages;

/** The designs that are to be measured, each with its picture, and cells in which the user types or pastes what was measured. */
final class PendingTable {
    private static final int PICTURE = 44;
    private static final int MARGIN = 3;
    private static final int NUMBER_WIDTH = 50;
    private static final int TEXT_WIDTH = 100;
    /** The columns before those that can be typed in. */
    private static final int FIXED = 3;

    private final TableViewer viewer;
    private final TableViewerFocusCellManager focus;
    private final Runnable typed;
    private LaboratoryRecord record;
    private MeasuredCells cells;

    /**
     * @param typed told when the user has typed or pasted
     */
    PendingTable(Composite parent, Runnable typed) {
        this.typed = typed;
        viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        Table table = viewer.getTable();
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = Messages.laboratoryPending;
            }
        });
        focus = new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer));
        TableViewerEditor.create(
                viewer,
                focus,
                new ColumnViewerEditorActivationStrategy(viewer) {
                    @Override
                    protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
                        return event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL
                                || event.eventType == ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION
                                || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC
                                || event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED
                                        && (event.keyCode == SWT.CR || event.keyCode == SWT.F2);
                    }
                },
                ColumnViewerEditor.TABBING_HORIZONTAL
                        | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR
                        | ColumnViewerEditor.KEYBOARD_ACTIVATION);
        table.addListener(SWT.KeyDown, this::key);
    }

    /** Shows what is pending of a run; the cells are those typed so far. */
    void show(LaboratoryRecord shown, MeasuredCells typedCells) {
        boolean other = cells != typedCells;
        record = shown;
        cells = typedCells;
        if (other) {
            createColumns();
        }
        viewer.setInput(Arrays.stream(shown.pending()).boxed().toArray());
    }

    private void createColumns() {
        for (TableColumn column : viewer.getTable().getColumns()) {
            column.dispose();
        }
        column(Messages.laboratoryNumber, NUMBER_WIDTH, SWT.RIGHT)
                .setLabelProvider(ColumnLabelProvider.createTextProvider(place -> Integer.toString(number(place))));
        DesignSpace space = record.run().space();
        if (DesignPicture.suits(space)) {
            DesignPicture picture = new DesignPicture(space);
            int width = (int) Math.ceil(Math.min(4, picture.aspect()) * PICTURE) + 2 * MARGIN;
            column(Messages.laboratoryDesign, Math.max(width, 70), SWT.LEFT)
                    .setLabelProvider(new Pictures(picture, width));
        } else {
            column(Messages.laboratoryDesign, 2 * TEXT_WIDTH, SWT.LEFT)
                    .setLabelProvider(ColumnLabelProvider.createTextProvider(
                            place -> DesignText.format(space, record.askedDesigns(), (int) place)));
        }
        column(Messages.laboratoryPredicted, 80, SWT.RIGHT)
                .setLabelProvider(ColumnLabelProvider.createTextProvider(place -> {
                    double predicted = record.asked().get((int) place).predicted();
                    return Double.isNaN(predicted) ? "" : String.format(Locale.ROOT, "%.5g", predicted);
                }));
        List<String> names = cells.columns();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            TableViewerColumn made = column(title(i), TEXT_WIDTH, SWT.LEFT);
            made.setLabelProvider(ColumnLabelProvider.createTextProvider(place -> cells.get(number(place), column)));
            made.setEditingSupport(new Typing(column));
        }
    }

    private String title(int column) {
        int outputs = record.run().outputs().size();
        if (column < outputs) {
            String unit = record.run().outputs().get(column).unit();
            return cells.columns().get(column) + (unit.isEmpty() ? "" : " / " + unit);
        }
        return column == outputs ? Messages.laboratoryFailure : Messages.laboratoryRemark;
    }

    private TableViewerColumn column(String title, int width, int style) {
        TableViewerColumn column = new TableViewerColumn(viewer, style);
        column.getColumn().setText(title);
        column.getColumn().setWidth(Math.max(width, 9 * title.length()));
        return column;
    }

    private int number(Object place) {
        return record.asked().get((int) place).number();
    }

    private void key(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0 && (event.keyCode == 'v' || event.keyCode == 'V')) {
            Clipboard clipboard = new Clipboard(viewer.getTable().getDisplay());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            if (text instanceof String block) {
                paste(block);
                event.doit = false;
            }
        }
    }

    /** Takes a block of cells from a spreadsheet, from the cell in focus on. */
    void paste(String text) {
        if (record == null) {
            return;
        }
        ViewerCell cell = focus.getFocusCell();
        int row = Math.max(0, viewer.getTable().getSelectionIndex());
        int column = cell == null ? 0 : Math.max(0, cell.getColumnIndex() - FIXED);
        List<Integer> designs = Arrays.stream(record.pending())
                .mapToObj(place -> record.asked().get(place).number())
                .toList();
        cells.paste(text, designs, row, column);
        viewer.refresh();
        typed.run();
    }

    void setFocus() {
        viewer.getTable().setFocus();
    }

    /** Draws the designs. */
    private final class Pictures extends OwnerDrawLabelProvider {
        private final DesignPicture picture;
        private final int width;

        Pictures(DesignPicture picture, int width) {
            this.picture = picture;
            this.width = width;
        }

        @Override
        protected void measure(Event event, Object place) {
            event.setBounds(new Rectangle(event.x, event.y, width, PICTURE + 2 * MARGIN));
        }

        @Override
        protected void paint(Event event, Object place) {
            DesignPainter.paint(
                    event.gc,
                    picture,
                    record.askedDesigns(),
                    (int) place,
                    new Rectangle(event.x + MARGIN, event.y + MARGIN, width - 2 * MARGIN, PICTURE));
        }
    }

    /** Values and texts are typed. */
    private final class Typing extends EditingSupport {
        private final int column;

        Typing(int column) {
            super(PendingTable.this.viewer);
            this.column = column;
        }

        @Override
        protected boolean canEdit(Object place) {
            return true;
        }

        @Override
        protected CellEditor getCellEditor(Object place) {
            return new TextCellEditor(viewer.getTable());
        }

        @Override
        protected Object getValue(Object place) {
            return cells.get(number(place), column);
        }

        @Override
        protected void setValue(Object place, Object value) {
            cells.set(number(place), column, (String) value);
            viewer.update(place, null);
            typed.run();
        }
    }
}
