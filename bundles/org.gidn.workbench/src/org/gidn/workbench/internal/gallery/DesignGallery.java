// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.Theme;
import org.gidn.visualisation.screen.DesignPainter;
import org.gidn.visualisation.screen.Spoken;
import org.gidn.workbench.internal.Messages;
import org.gidn.workbench.internal.views.EmptyText;

/**
 * Designs as thumbnails in rows. Only what is seen is drawn, so that thousands cost no more than a screenful. Moved
 * through with the mouse and the arrow keys; the listeners of {@link SWT#Selection} and {@link SWT#DefaultSelection} are
 * told of the chosen design.
 */
public final class DesignGallery extends Canvas {
    private static final int GAP = 12;
    private static final int USUAL = 104;
    private static final int USUAL_LINE = 16;
    private static final int SMALLEST = 64;
    private static final int LARGEST = 320;

    private List<FoundDesign> designs = List.of();
    private DesignPicture picture;
    private IntFunction<List<String>> values = index -> List.of();
    private IntFunction<String> caption = index -> "";
    private String emptyText = "";
    private int pictureWidth;
    private int selected = -1;
    private final Spoken spoken;

    public DesignGallery(Composite parent) {
        super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        // The captions below have larger texts where the system has.
        pictureWidth = Math.max(USUAL, USUAL * lineHeight() / USUAL_LINE);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.Resize, event -> updateScrollBar());
        addListener(SWT.MouseDown, event -> {
            forceFocus();
            select(indexAt(event.x, event.y));
        });
        addListener(SWT.MouseDoubleClick, event -> notifyIfSelected(SWT.DefaultSelection));
        addListener(SWT.MouseMove, event -> setToolTipText(toolTip(indexAt(event.x, event.y))));
        addListener(SWT.KeyDown, this::keyDown);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        getVerticalBar().addListener(SWT.Selection, event -> redraw());
        spoken = Spoken.of(
                this,
                ACC.ROLE_LIST,
                () -> designs.isEmpty() ? emptyText : NLS.bind(Messages.gallerySpoken, String.valueOf(designs.size())),
                () -> selection() == null
                        ? ""
                        : NLS.bind(
                                Messages.galleryPlace,
                                String.valueOf(selected + 1),
                                caption.apply(selected).replace('\n', ',')));
        addListener(SWT.MouseWheel, this::wheel);
    }

    /**
     * Shows other designs; the selection stays on an equal design if there is one.
     *
     * @param look how a design is drawn; null if it cannot be
     * @param texts what is told of a design that cannot be drawn, as many lines as there is room for
     * @param captions the lines below each picture
     */
    public void setDesigns(
            List<FoundDesign> shown,
            DesignPicture look,
            IntFunction<List<String>> texts,
            IntFunction<String> captions) {
        String kept = selection() == null ? null : selection().text();
        designs = new ArrayList<>(shown);
        picture = look;
        values = texts;
        caption = captions;
        selected = -1;
        for (int i = 0; i < designs.size() && kept != null && selected < 0; i++) {
            if (designs.get(i).text().equals(kept)) {
                selected = i;
            }
        }
        updateScrollBar();
        redraw();
    }

    /** What is said where there are no designs. */
    void setEmptyText(String text) {
        emptyText = text;
        redraw();
    }

    /** The chosen design; null if none is. */
    public FoundDesign selection() {
        return selected < 0 || selected >= designs.size() ? null : designs.get(selected);
    }

    /** The number of designs shown. */
    public int count() {
        return designs.size();
    }

    /** Chooses a design by its place, and shows it; −1 chooses none. */
    public void select(int index) {
        if (index >= designs.size() || index == selected) {
            return;
        }
        selected = index;
        reveal();
        redraw();
        spoken.moved();
        notifyIfSelected(SWT.Selection);
    }

    /** Makes the pictures larger or smaller. */
    void zoom(double factor) {
        pictureWidth = Math.clamp(Math.round(pictureWidth * factor), SMALLEST, LARGEST);
        updateScrollBar();
        reveal();
        redraw();
    }

    private void notifyIfSelected(int type) {
        if (selection() != null) {
            Event event = new Event();
            event.index = selected;
            notifyListeners(type, event);
        }
    }

    private int pictureHeight() {
        return picture == null ? pictureWidth / 2 : (int) Math.round(pictureWidth / picture.aspect());
    }

    private int lineHeight() {
        GC gc = new GC(this);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height;
    }

    private Point cell() {
        int lines = designs.isEmpty() ? 1 : (int) caption.apply(0).lines().count();
        return new Point(pictureWidth + GAP, pictureHeight() + lines * lineHeight() + GAP + 4);
    }

    private int columns() {
        return Math.max(1, (getClientArea().width - GAP) / cell().x);
    }

    /** The left edge of the first column; the columns are spread over the width. */
    private int columnAt(int column, Point cell) {
        int columns = columns();
        int spare = Math.max(0, getClientArea().width - GAP - columns * cell.x);
        return GAP + column * (cell.x + (designs.size() >= columns ? spare / columns : 0));
    }

    private void updateScrollBar() {
        Rectangle area = getClientArea();
        Point cell = cell();
        int rows = (designs.size() + columns() - 1) / columns();
        int height = rows * cell.y + GAP;
        ScrollBar bar = getVerticalBar();
        bar.setVisible(height > area.height);
        bar.setValues(
                Math.max(0, Math.min(bar.getSelection(), height - area.height)),
                0,
                Math.max(height, 1),
                Math.max(1, Math.min(height, area.height)),
                Math.max(1, cell.y / 2),
                Math.max(1, area.height - cell.y));
    }

    private void reveal() {
        if (selected < 0) {
            return;
        }
        Point cell = cell();
        int top = selected / columns() * cell.y;
        ScrollBar bar = getVerticalBar();
        if (top < bar.getSelection()) {
            bar.setSelection(top);
        } else if (top + cell.y + GAP > bar.getSelection() + getClientArea().height) {
            // Of a picture that does not fit, the upper part.
            bar.setSelection(Math.min(top, top + cell.y + GAP - getClientArea().height));
        }
    }

    private int indexAt(int x, int y) {
        Point cell = cell();
        int row = (y - GAP + getVerticalBar().getSelection()) / cell.y;
        for (int column = 0; column < columns(); column++) {
            int left = columnAt(column, cell);
            int index = row * columns() + column;
            if (x >= left && x < left + pictureWidth && index >= 0 && index < designs.size()) {
                return index;
            }
        }
        return -1;
    }

    private String toolTip(int index) {
        return index < 0 ? null : designs.get(index).text();
    }

    private void keyDown(Event event) {
        int step =
                switch (event.keyCode) {
                    case SWT.ARROW_LEFT -> -1;
                    case SWT.ARROW_RIGHT -> 1;
                    case SWT.ARROW_UP -> -columns();
                    case SWT.ARROW_DOWN -> columns();
                    case SWT.PAGE_UP -> -columns() * Math.max(1, getClientArea().height / cell().y);
                    case SWT.PAGE_DOWN -> columns() * Math.max(1, getClientArea().height / cell().y);
                    case SWT.HOME -> -designs.size();
                    case SWT.END -> designs.size();
                    default -> 0;
                };
        if (step != 0 && !designs.isEmpty()) {
            select(Math.clamp(selected + step, 0, designs.size() - 1));
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            notifyIfSelected(SWT.DefaultSelection);
        }
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            zoom(event.count > 0 ? 1.2 : 1 / 1.2);
            event.doit = false;
        }
    }

    private void paint(GC gc) {
        Rectangle area = getClientArea();
        // The style sheets of the platform colour the view, not the canvas in it.
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        gc.setForeground(textColour());
        if (designs.isEmpty()) {
            EmptyText.draw(gc, emptyText, area);
            return;
        }
        Point cell = cell();
        int scrolled = getVerticalBar().getSelection();
        int first = scrolled / cell.y * columns();
        int last = Math.min(designs.size(), ((scrolled + area.height) / cell.y + 1) * columns());
        for (int index = first; index < last; index++) {
            int x = columnAt(index % columns(), cell);
            int y = GAP + index / columns() * cell.y - scrolled;
            paintDesign(gc, index, new Rectangle(x, y, pictureWidth, pictureHeight()));
        }
    }

    private void paintDesign(GC gc, int index, Rectangle place) {
        boolean chosen = index == selected;
        if (chosen) {
            gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            gc.setAlpha(isFocusControl() ? 255 : 130);
            Point cell = cell();
            gc.fillRoundRectangle(place.x - 5, place.y - 5, cell.x - 2, cell.y - 2, 8, 8);
            gc.setAlpha(255);
        }
        FoundDesign design = designs.get(index);
        if (picture != null) {
            DesignPainter.paint(gc, picture, design.designs(), 0, place);
        }
        gc.setForeground(chosen ? getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT) : textColour());
        if (picture == null) {
            int lines = place.height / gc.getFontMetrics().getHeight();
            String text = values.apply(index).stream().limit(lines).collect(Collectors.joining("\n"));
            gc.drawText(text, place.x, place.y, true);
        }
        int top = place.y + place.height + 4;
        for (String line : caption.apply(index).lines().toList()) {
            String text = fitting(gc, line, place.width + GAP / 2);
            gc.drawText(text, place.x + (place.width - gc.textExtent(text).x) / 2, top, true);
            top += gc.getFontMetrics().getHeight();
        }
    }

    /** As much of a line as does not reach into the next design's place; the tooltip has all of the design. */
    private static String fitting(GC gc, String line, int width) {
        int average = Math.max(1, (int) gc.getFontMetrics().getAverageCharacterWidth());
        int length = Math.min(line.length(), 4 * width / average);
        String text = length == line.length() ? line : line.substring(0, length) + "…";
        while (length > 1 && gc.textExtent(text).x > width) {
            text = line.substring(0, --length) + "…";
        }
        return text;
    }

    private Color textColour() {
        Color background = getParent().getBackground();
        int rgb = Theme.of(background.getRed() << 16 | background.getGreen() << 8 | background.getBlue())
                .foreground();
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
}
