// SPDX-License-Identifier: Apache-2.0
package org.gidn.visualisation.screen;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.gidn.experiments.project.RunResults.FoundDesign;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Theme;

/**
 * Shows a figure in a window, in the colours of the window's theme. Plots are zoomed with the wheel, moved with the mouse
 * and brought back by a double click; hundreds of thousands of points stay fluid.
 *
 * @since 1.0
 */
public final class FigureControl extends Composite {
    private final StackLayout layout = new StackLayout();
    private final PictureControl pictures;
    /** Null until there is a plot: a chart is slow to make, and a window starts with many empty figures. */
    private PlotControl plots;

    private Figure figure;
    private Consumer<FoundDesign> opener = design -> {};
    private Consumer<List<ChosenPoints>> chooser = points -> {};
    private boolean choosing;

    public FigureControl(Composite parent) {
        super(parent, SWT.NONE);
        setLayout(layout);
        pictures = new PictureControl(this);
        layout.topControl = pictures;
    }

    /** Shows a figure; null shows the empty text. The range seen is kept if the figure replaces one of the same title. */
    public void setFigure(Figure shown) {
        boolean same = figure != null && shown != null && figure.title().equals(shown.title());
        figure = shown;
        if (shown instanceof Plot plot) {
            if (plots == null) {
                plots = new PlotControl(this);
                plots.setMenu(getMenu());
                plots.setOpener(design -> opener.accept(design));
                plots.setChooser(points -> chooser.accept(points));
                plots.setChoosing(choosing);
            }
            plots.setPlot(plot, same);
            layout.topControl = plots;
        } else {
            pictures.setPicture(shown);
            layout.topControl = pictures;
        }
        layout();
    }

    /** The figure shown; null if there is none. */
    public Figure figure() {
        return figure;
    }

    /** Is told of designs whose points in a plot are clicked at, see {@link org.gidn.visualisation.Series#pointDesigns}. */
    public void setOpener(Consumer<FoundDesign> told) {
        opener = told;
    }

    /**
     * Is told of points with designs about which a rectangle is drawn with the mouse, while the Shift key is held down or {@link
     * #setChoosing} says so; of none if there are none in it. They stay marked until another figure is shown.
     */
    public void setChooser(Consumer<List<ChosenPoints>> told) {
        chooser = told;
    }

    /** Whether the mouse draws rectangles about points without the Shift key too, instead of moving the plot. */
    public void setChoosing(boolean always) {
        choosing = always;
        if (plots != null) {
            plots.setChoosing(always);
        }
    }

    /** Marks no points any more. */
    public void forgetChosen() {
        if (plots != null) {
            plots.forgetChosen();
        }
    }

    /** What is said where there is no figure: what to do to get one. */
    public void setEmptyText(String text) {
        pictures.setEmptyText(text);
    }

    @Override
    public void setBackground(Color colour) {
        super.setBackground(colour);
        if (plots != null) {
            plots.applyTheme();
        }
        pictures.redraw();
    }

    @Override
    public void setMenu(Menu menu) {
        super.setMenu(menu);
        if (plots != null) {
            plots.setMenu(menu);
        }
        pictures.setMenu(menu);
    }

    /** The bounds that a control needs so that a field's specimen fills a rectangle. */
    public static Rectangle aroundField(Rectangle specimen) {
        return PictureControl.aroundField(specimen);
    }

    /** The theme that fits the background of a control. */
    static Theme theme(Composite control) {
        Color background = control.getBackground();
        return Theme.of(background.getRed() << 16 | background.getGreen() << 8 | background.getBlue());
    }
}
