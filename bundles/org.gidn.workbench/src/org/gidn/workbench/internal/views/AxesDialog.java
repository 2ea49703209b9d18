// SPDX-License-Identifier: Apache-2.0
package org.gidn.workbench.internal.views;

import java.util.Optional;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.gidn.core.InvalidInputException;
import org.gidn.visualisation.Axis;
import org.gidn.visualisation.AxisChoice;
import org.gidn.visualisation.FieldPicture;
import org.gidn.visualisation.Figure;
import org.gidn.visualisation.FigureAxes;
import org.gidn.visualisation.Plot;
import org.gidn.visualisation.Series;
import org.gidn.workbench.internal.Messages;

/** Range, scale and title of each axis of a figure; a field that is left empty stands for the figure's own. */
final class AxesDialog extends TitleAreaDialog {
    private final Figure figure;
    private FigureAxes axes;
    private AxisFields x;
    private AxisFields y;
    private AxisFields colour;

    /**
     * @param figure with the axes of its own
     * @param axes what was chosen before
     */
    AxesDialog(Shell shell, Figure figure, FigureAxes axes) {
        super(shell);
        this.figure = figure;
        this.axes = axes;
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.axesTitle);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite rows = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(5)
                .margins(12, 12)
                .spacing(10, 8)
                .applyTo(rows);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        for (String heading :
                new String[] {"", Messages.axesName, Messages.axesFrom, Messages.axesTo, Messages.axesScale}) {
            new Label(rows, SWT.NONE).setText(heading);
        }
        if (figure instanceof Plot plot) {
            x = new AxisFields(rows, Messages.axesAcross, plot.x(), axes.x().orElseThrow(), this::validate);
            y = new AxisFields(rows, Messages.axesUp, plot.y(), axes.y().orElseThrow(), this::validate);
        }
        Optional<Axis> colours =
                switch (figure) {
                    case Plot plot -> plot.heatMap().map(Series.HeatMap::fittedColour);
                    case FieldPicture field -> Optional.of(field.colour());
                    default -> Optional.empty();
                };
        colours.ifPresent(scale -> colour =
                new AxisFields(rows, Messages.axesColours, scale, axes.colour().orElseThrow(), this::validate));
        setTitle(Messages.axesTitle);
        setMessage(Messages.axesHint);
        return area;
    }

    private void validate() {
        try {
            axes = new FigureAxes(choice(x), choice(y), choice(colour));
            setErrorMessage(null);
        } catch (InvalidInputException e) {
            setErrorMessage(e.getMessage());
        }
        if (getButton(OK) != null) {
            getButton(OK).setEnabled(getErrorMessage() == null);
        }
    }

    private static Optional<AxisChoice> choice(AxisFields fields) {
        return Optional.ofNullable(fields).map(AxisFields::choice);
    }

    /** What was chosen. */
    FigureAxes axes() {
        return axes;
    }
}
