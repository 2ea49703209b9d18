// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.gidn.core.design.DesignBatch;
import org.gidn.visualisation.DesignPicture;
import org.gidn.visualisation.internal.Messages;

/**
 * Shows one design as a large picture; tells which element is clicked.
 *
 * @since 1.0
 */
public final class DesignControl extends Canvas {
    private final List<IntConsumer> listeners = new ArrayList<>();
    private IntFunction<String> elementText = variable -> null;
    private IntPredicate marked = variable -> false;
    private DesignPicture picture;
    private DesignBatch designs;
    private int design;
    /** The variable whose element the keys have led to; −1 as long as they have not. */
    private int cursor = -1;

    private final Spoken spoken;

    public DesignControl(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        addPaintListener(event -> {
            if (designs != null) {
                DesignPainter.paint(event.gc, picture, designs, design, getClientArea());
                DesignPainter.mark(event.gc, picture, marked, getClientArea());
                if (isFocusControl()) {
                    DesignPainter.mark(event.gc, picture, variable -> variable == cursor, getClientArea());
                }
            }
        });
        addListener(SWT.MouseMove, event -> {
            int variable = variableAt(event.x, event.y);
            boolean element = !listeners.isEmpty() && variable >= 0;
            setCursor(element ? getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
            setToolTipText(variable >= 0 ? elementText.apply(variable) : null);
        });
        addListener(SWT.KeyDown, this::keyDown);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(
                SWT.Traverse,
                event -> event.doit =
                        event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        spoken = Spoken.of(this, ACC.ROLE_TABLE, this::size, () -> cursor < 0 ? "" : spokenElement());
        addListener(SWT.MouseDown, event -> {
            int variable = event.button == 1 ? variableAt(event.x, event.y) : -1;
            if (variable >= 0) {
                listeners.forEach(listener -> listener.accept(variable));
            }
        });
    }

    private String size() {
        return designs == null
                ? ""
                : NLS.bind(
                        Messages.designSpoken,
                        picture.blocks().get(0).rows(),
                        picture.blocks().get(0).across());
    }

    private String spokenElement() {
        String text = elementText.apply(cursor);
        return text == null ? "" : text;
    }

    /** The arrows lead from element to element, the space bar does what a click does. */
    private void keyDown(Event event) {
        if (designs == null) {
            return;
        }
        if (event.character == ' ' && cursor >= 0) {
            listeners.forEach(listener -> listener.accept(cursor));
        } else {
            int down = event.keyCode == SWT.ARROW_DOWN ? 1 : event.keyCode == SWT.ARROW_UP ? -1 : 0;
            int right = event.keyCode == SWT.ARROW_RIGHT ? 1 : event.keyCode == SWT.ARROW_LEFT ? -1 : 0;
            if (down == 0 && right == 0) {
                return;
            }
            cursor = picture.neighbour(cursor, right, down);
        }
        redraw();
        spoken.moved();
    }

    /**
     * Shows a design.
     *
     * @param shown the batch that holds it; null to show nothing
     * @param index its index in the batch
     */
    public void setDesign(DesignPicture look, DesignBatch shown, int index) {
        if (look != null && !look.equals(picture)) {
            cursor = -1;
        }
        picture = look;
        designs = shown;
        design = index;
        redraw();
    }

    /** Draws a frame about the elements of some variables. */
    public void setMarked(IntPredicate variables) {
        marked = variables;
        redraw();
    }

    /** Adds one that is told the variable whose element is clicked. */
    public void addElementListener(IntConsumer listener) {
        listeners.add(listener);
    }

    /** Sets what is told of the element under the mouse, by its variable; null for nothing. */
    public void setElementText(IntFunction<String> text) {
        elementText = text;
    }

    /** The variable whose element is drawn at a point; −1 if there is none. */
    public int variableAt(int x, int y) {
        Rectangle area = getClientArea();
        return designs == null ? -1 : picture.variableAt(x, y, area.x, area.y, area.width, area.height);
    }
}
