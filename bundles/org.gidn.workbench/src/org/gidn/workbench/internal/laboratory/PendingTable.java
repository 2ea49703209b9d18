// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.laboratory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.gidn.core.design.DesignSpace;
import org.gidn.core.design.DesignText;
import org.gidn.experiments.project.LaboratoryRecord;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.screen.DesignPainter;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.Named;

/** The designs that are to be measured, each with its picture, and cells in which the user types or pastes what was measured. */
final class PendingTable {
    private static final int PICTURE = 44;
    private static final double MOST_ASPECT = 4;
    private static final int MARGIN = 8;
    private static final int NUMBER_WIDTH = 50;
    private static final int TEXT_WIDTH = 100;
    /** The columns before those that can be typed in. */
    private static final int FIXED = 3;

    private final TableViewer viewer;
    private final Runnable typed;
    /** The pictures that were drawn, by the places of their designs. */
    private final Map<Integer, Image> pictures = new HashMap<>();

    private LaboratoryRecord record;
    private MeasuredCells cells;
    /** The column, of those that can be typed in, to which a block is pasted. */
    private int column;

    /**
     * @param typed told when the user has typed or pasted
     */
    PendingTable(Composite parent, Runnable typed) {
        this.typed = typed;
        viewer = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        Table table = viewer.getTable();
        table.setHeaderVisible(true);
        Named.name(table, () -> Messages.laboratoryPending);
        TableViewerEditor.create(
                viewer,
                new ColumnViewerEditorActivationStrategy(viewer) {
                    @Override
                    protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
                        // Clicks are looked after here: where there is a header, GTK tells their row wrongly.
                        return event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL
                                || event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC;
                    }
                },
                ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR);
        table.addListener(SWT.MouseUp, event -> {
            int row = table.getSelectionIndex();
            if (event.button == 1 && row >= 0) {
                edit(row, event.x);
            }
        });
        table.addListener(SWT.KeyDown, this::key);
        table.addDisposeListener(event -> forgetPictures());
    }

    /** Shows what is pending of a run; the cells are those typed so far. */
    void show(LaboratoryRecord shown, MeasuredCells typedCells) {
        boolean other = cells != typedCells;
        record = shown;
        cells = typedCells;
        if (other) {
            forgetPictures();
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
            int width = (int) Math.ceil(Math.min(MOST_ASPECT, new DesignPicture(space).aspect()) * PICTURE);
            column(Messages.laboratoryDesign, width + 2 * MARGIN, SWT.LEFT)
                    .setLabelProvider(ColumnLabelProvider.createTextImageProvider(
                            place -> "", place -> pictures.computeIfAbsent((int) place, this::picture)));
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

    /** Lets the user type in the cell of a row at a place from the left; a click is enough, for there may be many. */
    private void edit(int row, int x) {
        TableItem item = viewer.getTable().getItem(row);
        for (int k = FIXED; k < viewer.getTable().getColumnCount(); k++) {
            Rectangle bounds = item.getBounds(k);
            if (x >= bounds.x && x < bounds.x + bounds.width) {
                viewer.editElement(item.getData(), k);
            }
        }
    }

    /** Pastes a block of cells instead of a text into one cell. */
    private void key(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0 && (event.keyCode == 'v' || event.keyCode == 'V')) {
            Clipboard clipboard = new Clipboard(event.display);
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            boolean typing = event.widget != viewer.getTable();
            if (text instanceof String block && !(typing && block.strip().matches("[^\\t\\n\\r]*"))) {
                event.doit = false;
                viewer.cancelEditing();
                paste(block);
            }
        }
    }

    /** Takes a block of cells from a spreadsheet, from the selected row and the column clicked last on. */
    void paste(String text) {
        if (record != null) {
            List<Integer> designs = Arrays.stream(record.pending())
                    .mapToObj(place -> record.asked().get(place).number())
                    .toList();
            cells.paste(text, designs, Math.max(0, viewer.getTable().getSelectionIndex()), column);
            viewer.refresh();
            typed.run();
        }
    }

    void setFocus() {
        viewer.getTable().setFocus();
    }

    /** The picture of a design. */
    private Image picture(int place) {
        DesignPicture look = new DesignPicture(record.run().space());
        int width = (int) Math.ceil(Math.min(MOST_ASPECT, look.aspect()) * PICTURE);
        Image image = new Image(viewer.getTable().getDisplay(), width, PICTURE);
        GC gc = new GC(image);
        try {
            gc.setBackground(viewer.getTable().getBackground());
            gc.fillRectangle(image.getBounds());
            DesignPainter.paint(gc, look, record.askedDesigns(), place, image.getBounds());
        } finally {
            gc.dispose();
        }
        return image;
    }

    private void forgetPictures() {
        pictures.values().forEach(Image::dispose);
        pictures.clear();
    }

    /** Values and texts are typed. */
    private final class Typing extends EditingSupport {
        private final int of;

        Typing(int of) {
            super(PendingTable.this.viewer);
            this.of = of;
        }

        @Override
        protected boolean canEdit(Object place) {
            return true;
        }

        @Override
        protected CellEditor getCellEditor(Object place) {
            TextCellEditor editor = new TextCellEditor(viewer.getTable());
            editor.getControl().addListener(SWT.KeyDown, PendingTable.this::key);
            column = of;
            return editor;
        }

        @Override
        protected Object getValue(Object place) {
            return cells.get(number(place), of);
        }

        @Override
        protected void setValue(Object place, Object value) {
            cells.set(number(place), of, (String) value);
            viewer.update(place, null);
            typed.run();
        }
    }
}
